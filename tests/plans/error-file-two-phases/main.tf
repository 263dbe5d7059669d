variable "v" {
  default = "x"
}
output "a" {
  value = tonumber(var.v)
}
output "b" {
  value = file("nope")
}
