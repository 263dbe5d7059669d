module "m" {
  source  = "./m"
  config {
  }
}
