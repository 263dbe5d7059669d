policy_metadata "aws-cloudfront-hsts" {
  demand   = "hsts"
  severity = "medium"
  title = {
    de = "CloudFront sendet HSTS"
    en = "CloudFront sends HSTS"
  }
  description = {
    de = "Jedes Verhalten einer Distribution verweist auf eine Response-Headers-Policy mit Strict-Transport-Security: eine der drei verwalteten mit Sicherheitsheadern oder eine eigene mit ausreichender Dauer, die einen schwächeren Header des Ursprungs überschreibt. Setzt der Ursprung oder eine Funktion den Header, ist das hier nicht zu sehen; dann gehört eine Ausnahme dazu."
    en = "Every behaviour of a distribution refers to a response headers policy with Strict-Transport-Security: one of the three managed ones with security headers, or one's own with a sufficient age that overrides a weaker header of the origin. If the origin or a function sets the header, that is not seen here and needs a waiver."
  }
  links = {
    "Provider: aws_cloudfront_response_headers_policy" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_response_headers_policy"
    "AWS: managed response headers policies"           = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html"
  }

  fix "use-managed-policy" {
    title = {
      de = "Verwaltete Policy SecurityHeadersPolicy verwenden (ebenso in jedem ordered_cache_behavior)"
      en = "Use the managed SecurityHeadersPolicy (likewise in every ordered_cache_behavior)"
    }
    action = "set_argument"
    path   = "default_cache_behavior.response_headers_policy_id"
    value  = "67f7725c-6f97-4210-82d7-5512b31e9d03"
    safe   = false
  }
}
