resource "auth0_attack_protection" "tenant" {
  brute_force_protection {
    enabled      = false
    max_attempts = 10
    shields      = ["block", "user_notification"]
  }

  breached_password_detection {
    enabled = false
    shields = []
  }

  suspicious_ip_throttling {
    enabled = false
    shields = ["block"]
  }
}
