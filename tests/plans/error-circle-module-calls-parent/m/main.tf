module "p" {
  source = "../"
}
