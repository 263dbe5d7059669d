variable "protected" {
  description = "Whether attacks are blocked."
  type        = bool
}

resource "auth0_attack_protection" "tenant" {
  brute_force_protection {
    enabled      = var.protected
    max_attempts = 10
    shields      = ["block", "user_notification"]
  }

  breached_password_detection {
    enabled = var.protected
    shields = ["block"]
  }

  suspicious_ip_throttling {
    enabled = var.protected
    shields = ["block"]
  }
}
