module "a" {
  source = "./m"
}
removed {
  from = module.a.terraform_data.x
  lifecycle {
    destroy = false
  }
}
