output "a" { value = terraform.applying }
