# The parts of an ARN.
# Source: provider documentation, "Data Source: aws_arn".

attributes {
  partition = local.parts[1]
  service   = local.parts[2]
  region    = local.parts[3]
  account   = local.parts[4]
  resource  = join(":", slice(local.parts, 5, length(local.parts)))
  id        = args.arn
}

locals {
  parts = split(":", args.arn)
}
