check "c" {
  assert {
    condition     = 1 + "x"
    error_message = "a"
  }
}
