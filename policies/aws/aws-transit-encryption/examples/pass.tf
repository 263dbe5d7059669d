resource "aws_transfer_server" "exchange" {
  protocols            = ["SFTP"]
  security_policy_name = "TransferSecurityPolicy-2024-01"
}

resource "aws_redshift_parameter_group" "reporting" {
  name   = "reporting"
  family = "redshift-1.0"

  parameter {
    name  = "require_ssl"
    value = "true"
  }
}

resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "mysql"
  ssl_mode      = "verify-ca"
}

resource "aws_ecs_task_definition" "app" {
  family                = "app"
  container_definitions = "[]"

  volume {
    name = "data"

    efs_volume_configuration {
      file_system_id     = "fs-11111111"
      transit_encryption = "ENABLED"
    }
  }
}

resource "aws_db_proxy" "orders" {
  name           = "orders"
  engine_family  = "MYSQL"
  role_arn       = "arn:aws:iam::111122223333:role/proxy"
  vpc_subnet_ids = ["subnet-11111111", "subnet-22222222"]
  require_tls    = true

  auth {
    secret_arn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders"
  }
}
