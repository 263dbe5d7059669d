resource "terraform_data" "a" {
  count = 2
}
output "a" {
  value = terraform_data.a[count.index]
}
output "b" {
  value = terraform_data.a.*.nope
}
output "c" {
  value = terraform_data.a[*].nope
}
output "d" {
  value = terraform_data.a[0].nope
}
output "e" {
  value = [for x in terraform_data.a : x.nope]
}
