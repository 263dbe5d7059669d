variable "key_groups" {
  type = list(string)
}

variable "origin_access_control_id" {
  type = string
}

resource "aws_cloudfront_distribution" "files" {
  enabled = true

  origin {
    origin_id                = "files"
    domain_name              = "example-files.s3.eu-central-1.amazonaws.com"
    origin_access_control_id = var.origin_access_control_id
  }

  default_cache_behavior {
    target_origin_id       = "files"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    viewer_protocol_policy = "https-only"
    trusted_key_groups     = var.key_groups
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555"
    ssl_support_method       = "sni-only"
    minimum_protocol_version = "TLSv1.2_2021"
  }
}
