output "s" {
  value = "x"
  ephemeral = true
}
