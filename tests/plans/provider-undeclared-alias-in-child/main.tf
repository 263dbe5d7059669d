provider "terraform" {
  alias = "e"
}
module "m" {
  source = "./m"
  providers = {
    terraform.east = terraform.e
  }
}
