variable "a" {
  type = object({
    a = strng
    b = list()
    c = map(string, string)
  })
}
