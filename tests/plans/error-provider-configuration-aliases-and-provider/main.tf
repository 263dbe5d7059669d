module "m" {
  source = "./m"
  providers = {
    terraform.a = terraform
  }
}
