resource "auth0_attack_protection" "tenant" {
  brute_force_protection {
    enabled      = true
    max_attempts = 10
    shields      = ["block", "user_notification"]
  }

  breached_password_detection {
    enabled = true
    shields = ["block", "admin_notification"]
  }

  suspicious_ip_throttling {
    enabled = true
    shields = ["block"]
  }
}
