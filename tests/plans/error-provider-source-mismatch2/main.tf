module "m" {
  source = "./m"
  providers = {
    terraform = tf
  }
}
