resource "aws_transfer_server" "exchange" {
  protocols = ["FTP"]
}

resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "mysql"
}

resource "aws_ecs_task_definition" "app" {
  family                = "app"
  container_definitions = "[]"

  volume {
    name = "data"

    efs_volume_configuration {
      file_system_id = "fs-11111111"
    }
  }
}
