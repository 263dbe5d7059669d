m {
  r = {
    a = 1
  s = 2
}
