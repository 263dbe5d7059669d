d "x" "y {
  a = 1
}
