# AWS makes and rotates the password.
resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "orders_owner"
  manage_master_user_password = true
  storage_encrypted           = true
}

# Terraform makes the password.
resource "random_password" "letters" {
  length = 32
}

resource "aws_rds_cluster" "letters" {
  cluster_identifier = "letters"
  engine             = "aurora-postgresql"
  master_username    = "letters_owner"
  master_password    = random_password.letters.result
  storage_encrypted  = true
}

resource "aws_secretsmanager_secret" "letters" {
  name = "letters"
}

resource "aws_secretsmanager_secret_version" "letters" {
  secret_id = aws_secretsmanager_secret.letters.id

  secret_string = jsonencode({
    username = "letters_owner"
    password = random_password.letters.result
  })
}

resource "aws_ssm_parameter" "letters" {
  name  = "/letters/db/password"
  type  = "SecureString"
  value = random_password.letters.result
}
