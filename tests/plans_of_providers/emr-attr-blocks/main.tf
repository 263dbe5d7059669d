resource "aws_emr_cluster" "e" {
  name          = "x"
  release_label = "y"
  service_role  = "z"
  placement_group_config {
    instance_role = "MASTER"
  }
}
