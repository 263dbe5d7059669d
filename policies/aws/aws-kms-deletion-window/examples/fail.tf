# Everybody can be locked out of the key, for good.
resource "aws_kms_key" "data" {
  description                        = "Customer data"
  enable_key_rotation                = true
  bypass_policy_lockout_safety_check = true
}
