# 35 days: the default window is longer than promised.
resource "aws_dynamodb_table" "progress" {
  name         = "progress"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "user"

  attribute {
    name = "user"
    type = "S"
  }

  point_in_time_recovery {
    enabled = true
  }
}

# No backup at all.
resource "aws_dynamodb_table" "sessions" {
  name         = "sessions"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}
