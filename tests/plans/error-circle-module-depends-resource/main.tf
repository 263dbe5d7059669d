module "a" {
  source = "./m"
  depends_on = [terraform_data.r]
}
resource "terraform_data" "r" {
  input = module.a.v
}
