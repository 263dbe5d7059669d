terraform {
  experiments = ["foo"]
}
