output "o" {
  value = [
}
