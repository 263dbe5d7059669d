policy_metadata "aws-s3-policy-public" {
  demand   = "no-public-access"
  severity = "high"
  title = {
    de = "Keine Bucket-Policy erlaubt allen den Zugriff"
    en = "No bucket policy allows access to everybody"
  }
  description = {
    de = "Eine Erlaubnis für Principal \"*\" macht Objekte ohne signierte URL abrufbar. Erlaubt ist sie nur mit einer Bedingung, die der Aufrufer nicht selbst wählen kann (Netz, Konto, Organisation, aufrufende Ressource); aws:Referer und aws:SecureTransport gehören nicht dazu. Verweigerungen für alle sind unbedenklich."
    en = "An Allow for Principal \"*\" makes objects available without a signed URL. It is admissible only with a condition that callers cannot choose themselves (network, account, organisation, calling resource); aws:Referer and aws:SecureTransport are none. A Deny for everybody is harmless."
  }
  links = {
    "Provider: aws_s3_bucket_policy" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_policy"
    "AWS: the meaning of public"     = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status"
  }

  fix "narrow-the-principal" {
    title = {
      de = "Principal auf Konten, Rollen oder Dienste beschränken oder eine einschränkende Bedingung ergänzen"
      en = "Limit the principal to accounts, roles or services, or add a condition that narrows the statement"
    }
    action = "describe"
  }
}
