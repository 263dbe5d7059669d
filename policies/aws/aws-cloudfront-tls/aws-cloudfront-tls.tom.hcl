policy_metadata "aws-cloudfront-viewer-https" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "CloudFront liefert nichts über unverschlüsseltes HTTP aus"
    en = "CloudFront serves nothing over plain HTTP"
  }
  description = {
    de = "Jedes Verhalten einer Distribution, das voreingestellte und jedes für einen Pfad, verlangt HTTPS oder leitet darauf um. Ein einziger Pfad mit allow-all genügt, damit Daten im Klartext gehen."
    en = "Every behaviour of a distribution, the default one and each for a path, requires HTTPS or redirects to it. A single path with allow-all is enough for data to go in plain text."
  }
  applies_to = ["resource_policy.aws_cloudfront_distribution.viewers_use_https"]
  links = {
    "Provider: viewer_protocol_policy"          = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution#viewer_protocol_policy-1"
    "AWS: HTTPS between viewers and CloudFront" = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html"
  }

  fix "redirect-to-https" {
    title = {
      de = "Auf HTTPS umleiten (ebenso in jedem ordered_cache_behavior)"
      en = "Redirect to HTTPS (likewise in every ordered_cache_behavior)"
    }
    action = "set_argument"
    path   = "default_cache_behavior.viewer_protocol_policy"
    value  = "redirect-to-https"
    safe   = false
  }
}

policy_metadata "aws-cloudfront-viewer-tls" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "CloudFront spricht mit Browsern TLS 1.2 oder neuer"
    en = "CloudFront speaks TLS 1.2 or newer with viewers"
  }
  description = {
    de = "minimum_protocol_version nennt TLS 1.2 oder 1.3; fehlt es, gilt TLSv1. Mit dem CloudFront-eigenen Zertifikat (*.cloudfront.net) legt AWS immer TLSv1 fest, gleichgültig, was konfiguriert ist: dafür braucht es ein eigenes Zertifikat mit eigener Domain."
    en = "minimum_protocol_version names TLS 1.2 or 1.3; without it TLSv1 applies. With CloudFront's own certificate (*.cloudfront.net) AWS always sets TLSv1, whatever is configured: a certificate and domain of one's own are needed."
  }
  applies_to = ["resource_policy.aws_cloudfront_distribution.viewer_tls_1_2"]
  links = {
    "Provider: viewer_certificate" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution#viewer-certificate-arguments"
    "AWS: supported protocols"     = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html"
  }

  fix "set-minimum-protocol-version" {
    title = {
      de = "Mindestversion auf TLS 1.2 setzen"
      en = "Set the minimum version to TLS 1.2"
    }
    action = "set_argument"
    path   = "viewer_certificate.minimum_protocol_version"
    value  = "TLSv1.2_2021"
    safe   = false
  }

  fix "use-own-certificate" {
    title = {
      de = "Statt cloudfront_default_certificate ein eigenes Zertifikat (acm_certificate_arn aus us-east-1) mit eigener Domain verwenden"
      en = "Use a certificate of your own (acm_certificate_arn from us-east-1) with a domain of your own instead of cloudfront_default_certificate"
    }
    action = "describe"
  }

  version_note ">= 6.0.0" {
    provider = "hashicorp/aws"
    note = {
      de = "TLSv1.2_2025 und TLSv1.3_2025 kennt der Provider seit Ausgaben von Ende 2025."
      en = "The provider knows TLSv1.2_2025 and TLSv1.3_2025 since releases of late 2025."
    }
  }
}

policy_metadata "aws-cloudfront-origin-tls" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "CloudFront spricht mit Ursprungsservern TLS 1.2 oder neuer"
    en = "CloudFront speaks TLS 1.2 or newer with origins"
  }
  description = {
    de = "Durchgängig verschlüsselt heißt auch: auf dem Weg von CloudFront zum Ursprung. origin_ssl_protocols ist eine Liste ohne Untergrenze; ein alter Eintrag darin genügt für TLS 1.0. Website-Endpunkte von S3 sprechen nur HTTP und können die Zusage nicht erfüllen."
    en = "Encrypted throughout includes the way from CloudFront to the origin. origin_ssl_protocols is a list without a floor; one old entry is enough for TLS 1.0. Website endpoints of S3 speak HTTP alone and cannot keep the promise."
  }
  applies_to = [
    "resource_policy.aws_cloudfront_distribution.origin_tls_1_2",
    "resource_policy.aws_cloudfront_vpc_origin.vpc_origin_tls_1_2",
  ]
  links = {
    "Provider: custom_origin_config"            = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution#custom-origin-config-arguments"
    "AWS: HTTPS between CloudFront and origins" = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html"
  }

  fix "https-only-with-tls-1-2" {
    title = {
      de = "origin_protocol_policy = \"https-only\" und origin_ssl_protocols = [\"TLSv1.2\"] setzen"
      en = "Set origin_protocol_policy = \"https-only\" and origin_ssl_protocols = [\"TLSv1.2\"]"
    }
    action = "describe"
  }
}
