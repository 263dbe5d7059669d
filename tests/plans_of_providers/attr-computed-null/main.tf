resource "aws_db_instance" "d" {
  instance_class = "x"
  endpoint       = null
  arn            = null
}
