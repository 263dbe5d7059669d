provider "terraform" {
  alias = "z"
}
module "m" {
  source = "./m"
}
