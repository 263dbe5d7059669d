policy_metadata "aws-s3-public-access-block" {
  demand   = "no-public-access"
  severity = "high"
  title = {
    de = "S3-Buckets sind gegen öffentlichen Zugriff gesperrt"
    en = "S3 buckets are blocked for public access"
  }
  description = {
    de = "Signierte URLs bedeuten nur dann etwas, wenn niemand ohne sie an die Objekte kommt. Alle vier Schalter der Sperre sind an, am Bucket oder für das ganze Konto. Ein Block, in dem ein Schalter fehlt, ist schlechter als keiner: der Provider schickt dafür false und schaltet die Voreinstellung von AWS ab."
    en = "Signed URLs mean something only if nobody gets at the objects without them. All four switches are on, for the bucket or for the whole account. A block that leaves a switch out is worse than none: the provider sends false for it and so turns the default of AWS off."
  }
  applies_to = [
    "resource_policy.aws_s3_bucket.public_access_blocked",
    "resource_policy.aws_s3_bucket_public_access_block.complete",
    "resource_policy.aws_s3_account_public_access_block.account_complete",
  ]
  links = {
    "Provider: aws_s3_bucket_public_access_block" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_public_access_block"
    "AWS: blocking public access"                 = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"
  }

  fix "add-block" {
    title = {
      de = "Sperre mit allen vier Schaltern ergänzen"
      en = "Add a block with all four switches"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_s3_bucket_public_access_block" "${name}" {
        bucket                  = ${address}.id
        block_public_acls       = true
        block_public_policy     = true
        ignore_public_acls      = true
        restrict_public_buckets = true
      }
    EOT
  }
}

policy_metadata "aws-s3-access-point-public-access-block" {
  demand   = "no-public-access"
  severity = "medium"
  title = {
    de = "S3-Zugriffspunkte sind gegen öffentlichen Zugriff gesperrt"
    en = "S3 access points are blocked for public access"
  }
  description = {
    de = "Zugriffspunkte haben eine eigene Sperre, die von Haus aus ganz eingeschaltet ist. Kein Schalter wird ausgeschaltet."
    en = "Access points have a block of their own that is fully on by default. No switch is turned off."
  }
  applies_to = [
    "resource_policy.aws_s3_access_point.access_point_blocked",
    "resource_policy.aws_s3control_multi_region_access_point.multi_region_blocked",
  ]
  links = {
    "Provider: aws_s3_access_point"                = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_access_point"
    "AWS: public access settings of access points" = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html"
  }

  fix "leave-it-on" {
    title = {
      de = "Den Block entfernen: ohne ihn sind alle vier Schalter an"
      en = "Remove the block: without it all four switches are on"
    }
    action = "describe"
  }
}
