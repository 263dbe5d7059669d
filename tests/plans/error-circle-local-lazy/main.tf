locals {
  x = true ? 1 : local.y
  y = local.x
}
