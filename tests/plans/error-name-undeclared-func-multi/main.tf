output "a" {
  value = [
    foo(),
    bar(1),
    core::nope(),
    provider::x::y(),
  ]
}
