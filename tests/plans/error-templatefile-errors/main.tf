output "a" {
  value = templatefile("t.tpl", {})
}
output "b" {
  value = templatefile("nope.tpl", {})
}
output "c" {
  value = templatefile("t.tpl", { x = [1] })
}
output "d" {
  value = templatefile("u.tpl", { x = 1 })
}
