module "m" {
  source = "./m"
  v = var.e
}
variable "e" {
  default = 1
  ephemeral = true
}
