module "m" {
  source = "./m"
  path   = "${path.module}/s.json"
}
output "o" { value = module.m.v }
