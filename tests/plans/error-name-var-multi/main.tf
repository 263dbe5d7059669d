output "a" {
  value = [
    1,
    var,
    local,
  ]
}
