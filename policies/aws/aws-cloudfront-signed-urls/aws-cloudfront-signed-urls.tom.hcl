policy_metadata "aws-cloudfront-signed-urls" {
  demand   = "signed-urls"
  severity = "medium"
  title = {
    de = "CloudFront gibt Dateien aus S3 nur mit signierter URL heraus"
    en = "CloudFront hands out files in S3 by signed URL alone"
  }
  description = {
    de = "Jedes Verhalten, das auf einen Bucket zeigt, nennt Schlüsselgruppen (trusted_key_groups), deren Signatur CloudFront prüft. Dateien einer Website sind mit Absicht offen; deshalb ist die Regel ein Hinweis."
    en = "Every behaviour that leads to a bucket names key groups (trusted_key_groups) whose signature CloudFront checks. A web site's own files are open on purpose; so this policy is advice."
  }
  applies_to = ["resource_policy.aws_cloudfront_distribution.viewers_sign"]
  links = {
    "Provider: trusted_key_groups" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution#trusted_key_groups-1"
    "AWS: private content"         = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-urls.html"
  }

  fix "name-key-groups" {
    title = {
      de = "Schlüsselgruppe (aws_cloudfront_key_group) anlegen und als trusted_key_groups angeben"
      en = "Create a key group (aws_cloudfront_key_group) and name it in trusted_key_groups"
    }
    action = "describe"
  }
}

policy_metadata "aws-cloudfront-origin-access" {
  demand   = "no-public-access"
  severity = "medium"
  title = {
    de = "CloudFront greift mit eigener Berechtigung auf Buckets zu"
    en = "CloudFront reads buckets with a permission of its own"
  }
  description = {
    de = "Ein S3-Ursprung ohne Origin Access Control (früher: Origin Access Identity) wird anonym gelesen. Der Bucket müsste dafür öffentlich sein, und jeder könnte signierte URLs umgehen. Die Zugriffskontrolle signiert jede Anfrage."
    en = "An S3 origin without an origin access control (formerly: origin access identity) is read anonymously. The bucket would have to be public for that, and anybody could bypass signed URLs. The control signs every request."
  }
  applies_to = [
    "resource_policy.aws_cloudfront_distribution.buckets_closed",
    "resource_policy.aws_cloudfront_origin_access_control.signs_always",
  ]
  links = {
    "Provider: aws_cloudfront_origin_access_control" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_origin_access_control"
    "AWS: restricting access to S3 origins"          = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html"
  }

  fix "add-origin-access-control" {
    title = {
      de = "Zugriffskontrolle anlegen und im Ursprung als origin_access_control_id angeben"
      en = "Create an access control and name it as origin_access_control_id of the origin"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_cloudfront_origin_access_control" "${name}" {
        name                              = "${name}"
        origin_access_control_origin_type = "s3"
        signing_behavior                  = "always"
        signing_protocol                  = "sigv4"
      }
    EOT
  }
}
