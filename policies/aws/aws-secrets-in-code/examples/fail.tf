resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 50
  username          = "orders_owner"
  password          = "Sommer-2025!x"
}

# A default is a value in the code as well, and `sensitive` does not change that.
variable "master_password" {
  type      = string
  default   = "Sommer-2025!x"
  sensitive = true
}

resource "aws_rds_cluster" "letters" {
  cluster_identifier = "letters"
  engine             = "aurora-postgresql"
  master_username    = "letters_owner"
  master_password    = var.master_password
}

resource "aws_secretsmanager_secret_version" "api" {
  secret_id     = "api"
  secret_string = "Sommer-2025!x"
}
