module "m" {
  source = "./m"
  providers = {
    tf = terraform
  }
}
