policy_metadata "aws-s3-secure-transport" {
  demand   = "secure-transport-only"
  severity = "high"
  title = {
    de = "S3-Buckets nehmen nur Anfragen über TLS an"
    en = "S3 buckets accept requests over TLS only"
  }
  description = {
    de = "S3 beantwortet Anfragen auch über unverschlüsseltes HTTP. Erst eine Bucket-Policy, die alle Aktionen für alle ohne TLS verweigert (aws:SecureTransport = false), für den Bucket und für seine Objekte, macht die Übertragung durchgängig verschlüsselt. Eine Erlaubnis mit TLS genügt nicht: sie verbietet nichts."
    en = "S3 answers requests over plain HTTP as well. Only a bucket policy that denies everything to everybody without TLS (aws:SecureTransport = false), for the bucket and for its objects, encrypts all transfers. To allow access with TLS is not enough: that forbids nothing."
  }
  links = {
    "Provider: aws_s3_bucket_policy"            = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_policy"
    "AWS: requiring HTTPS in a bucket's policy" = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html#example-bucket-policies-HTTP-HTTPS"
  }

  fix "add-policy" {
    title = {
      de = "Bucket-Policy ergänzen, die Anfragen ohne TLS verweigert (eine vorhandene Policy um die Anweisung erweitern)"
      en = "Add a bucket policy that denies requests without TLS (or add the statement to the policy that is there)"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_s3_bucket_policy" "${name}" {
        bucket = ${address}.id
        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Sid       = "DenyWithoutTls"
            Effect    = "Deny"
            Principal = "*"
            Action    = "s3:*"
            Resource  = [${address}.arn, "$${${address}.arn}/*"]
            Condition = { Bool = { "aws:SecureTransport" = "false" } }
          }]
        })
      }
    EOT
  }
}
