policy_metadata "aws-s3-acl-public" {
  demand   = "no-public-access"
  severity = "high"
  title = {
    de = "Keine S3-Zugriffsliste gilt für alle Welt"
    en = "No S3 access control list is for the world"
  }
  description = {
    de = "Vorgefertigte Listen wie public-read und Freigaben für AllUsers öffnen Bucket oder Objekt für jeden; authenticated-read und AuthenticatedUsers meinen jedes AWS-Konto der Welt."
    en = "Canned lists such as public-read and grants to AllUsers open a bucket or object to anybody; authenticated-read and AuthenticatedUsers mean every AWS account of the world."
  }
  applies_to = ["resource_policy.aws_s3_*.acl_not_public"]
  links = {
    "Provider: aws_s3_bucket_acl" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_acl"
    "AWS: access control lists"   = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html"
  }

  fix "set-private" {
    title = {
      de = "Zugriffsliste auf private setzen"
      en = "Set the access control list to private"
    }
    action = "set_argument"
    path   = "acl"
    value  = "private"
    safe   = false
  }
}

policy_metadata "aws-s3-website-public" {
  demand   = "no-public-access"
  severity = "medium"
  title = {
    de = "Kein S3-Bucket wird als Website veröffentlicht"
    en = "No S3 bucket is published as a website"
  }
  description = {
    de = "Der Website-Endpunkt von S3 spricht nur unverschlüsseltes HTTP und liefert nur, was ohne Anmeldung lesbar ist. Eine Umleitung auf HTTPS ist erlaubt; sonst gehört eine CloudFront-Distribution mit Origin Access Control davor, die den Website-Endpunkt nicht braucht."
    en = "The website endpoint of S3 speaks plain HTTP alone and serves only what can be read without authentication. A redirect to HTTPS is allowed; otherwise a CloudFront distribution with origin access control belongs in front, which does not need the website endpoint."
  }
  applies_to = [
    "resource_policy.aws_s3_bucket_website_configuration.no_website",
    "resource_policy.aws_s3_bucket.no_inline_website",
  ]
  links = {
    "Provider: aws_s3_bucket_website_configuration" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_website_configuration"
    "AWS: website endpoints"                        = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html"
  }

  fix "use-cloudfront" {
    title = {
      de = "Website-Konfiguration durch eine CloudFront-Distribution mit Origin Access Control ersetzen"
      en = "Replace the website configuration with a CloudFront distribution with origin access control"
    }
    action = "describe"
  }
}
