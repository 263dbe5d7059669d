terraform {
  language = TF9999
}
