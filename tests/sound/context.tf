variable "flag" {
  type = bool
}

variable "sure" {
  type     = bool
  nullable = false
}

variable "n" {
  type = number
  validation {
    condition     = contains([1, 7, 30], var.n)
    error_message = "1, 7 or 30"
  }
}

variable "days" {
  type = number
  validation {
    condition     = var.days >= 7 && var.days <= 90
    error_message = "7 to 90"
  }
}

variable "num" {
  type = number
}

variable "s" {
  type = string
}

variable "name" {
  type     = string
  nullable = false
}

variable "env" {
  type = string
  validation {
    condition     = contains(["dev", "prod"], var.env)
    error_message = "dev or prod"
  }
}

variable "arn" {
  type = string
  validation {
    condition     = startswith(var.arn, "arn:aws:")
    error_message = "an ARN"
  }
}

variable "secret" {
  type      = string
  sensitive = true
}

variable "list" {
  type = list(string)
}

variable "some" {
  type = list(string)
  validation {
    condition     = length(var.some) > 0
    error_message = "one at least"
  }
}

variable "set" {
  type = set(string)
}

variable "map" {
  type = map(string)
}

variable "nums" {
  type = map(number)
}

variable "obj" {
  type = object({ a = string, b = optional(number), c = optional(list(string), ["x"]) })
}

variable "objs" {
  type = list(object({ id = string, on = bool }))
}

locals {
  both   = var.flag ? "a" : "b"
  count  = var.sure ? 1 : 0
  kinds  = { dev = 7, prod = 30 }
  by_env = local.kinds[var.env]
  part   = { known = 1, open = var.s, list = [var.name, "z"] }
  parts  = [for x in var.some : { id = x, on = true }]
  joined = "pre-${var.name}"
  text   = jsonencode({ Version = "1", Who = var.name, All = var.list })
  mixed  = concat(["first"], var.list)
  merged = merge({ a = "1" }, var.map)
}
