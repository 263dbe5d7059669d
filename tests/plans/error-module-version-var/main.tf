variable "v" {
  default = "1"
}
module "m" {
  source = "./m"
  version = var.v
}
