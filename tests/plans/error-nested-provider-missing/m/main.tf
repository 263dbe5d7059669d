module "n" {
  source = "./n"
  providers = {
    terraform = terraform
  }
}
