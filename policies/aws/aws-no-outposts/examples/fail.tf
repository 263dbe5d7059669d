resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

# A rack in the company's own cellar.
resource "aws_subnet" "cellar" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-central-1a"
  outpost_arn       = "arn:aws:outposts:eu-central-1:111122223333:outpost/op-00000000000000000"
}

resource "aws_ecs_service" "printer" {
  name            = "printer"
  task_definition = "printer:1"
  launch_type     = "EXTERNAL"
}
