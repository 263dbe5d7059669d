module "some" {
  source = "./m"
  count = 1
}
