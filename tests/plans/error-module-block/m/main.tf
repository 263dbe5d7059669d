variable "config" { default = 1 }
