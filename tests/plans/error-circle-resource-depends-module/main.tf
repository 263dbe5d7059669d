module "a" {
  source = "./m"
  v = terraform_data.r.id
}
resource "terraform_data" "r" {
  depends_on = [module.a]
}
