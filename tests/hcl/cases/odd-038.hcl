x=<<E
y {
}
