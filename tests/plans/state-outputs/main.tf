output "same" {
  value = 1
}
output "other" {
  value = 2
}
output "new" {
  value = 1
}
output "null" {
  value = null
}
output "secret" {
  value = 1
  sensitive = true
}
output "typed" {
  value = tolist(["a"])
}
resource "terraform_data" "x" {
}
output "later" {
  value = terraform_data.x.id
}
