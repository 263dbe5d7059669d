x=f(<<E
f "g" {
}
