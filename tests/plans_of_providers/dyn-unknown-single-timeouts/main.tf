resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_db_instance" "d" {
  instance_class = "db.t3.micro"
  dynamic "timeouts" {
    for_each = aws_vpc.v.id == "x" ? [1] : []
    content {
      create = "5m"
    }
  }
}
