terraform {
  required_version = ">= 99"
}
output "x" {
}
foo {
}
