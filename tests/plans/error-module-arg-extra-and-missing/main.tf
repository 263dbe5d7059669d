module "m" {
  source = "./m"
  x = 1
}
output "q" {
  value = var.nope
}
