# Has no value here; a tfvars file might hold it, or the pipeline might give it.
variable "master_password" {
  type      = string
  sensitive = true
}

resource "aws_rds_cluster" "letters" {
  cluster_identifier = "letters"
  engine             = "aurora-postgresql"
  master_username    = "letters_owner"
  master_password    = var.master_password
}
