ephemeral "terraform_foo" "a" {
}
