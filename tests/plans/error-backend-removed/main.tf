terraform {
  backend "etcd" {
  }
}
