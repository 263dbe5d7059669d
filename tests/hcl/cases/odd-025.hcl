m {
  r {
    a = 1
  s {
    b = 2
  }
}
