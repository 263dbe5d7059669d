policy_metadata "aws-s3-bucket-sse" {
  demand   = "s3-aes-256"
  severity = "high"
  title = {
    de = "S3-Buckets sind mit AES-256 verschlüsselt"
    en = "S3 buckets are encrypted with AES-256"
  }
  description = {
    de = "Jeder Bucket legt eine Standardverschlüsselung mit einem zugelassenen Verfahren fest. AWS verschlüsselt neue Objekte seit Januar 2023 zwar von sich aus mit SSE-S3; nachweisbar und vor Änderungen von Hand geschützt ist die Zusage aber nur, wenn sie im Code steht. Mit s3_sse_explicit = false genügt die Voreinstellung von AWS."
    en = "Every bucket states a default encryption with an allowed algorithm. AWS has encrypted new objects with SSE-S3 by itself since January 2023, but only what is in the code can be shown and is protected against changes by hand. With s3_sse_explicit = false the default of AWS is enough."
  }
  applies_to = ["resource_policy.aws_s3_bucket.encrypted"]
  inputs = {
    s3_sse_algorithms = param.s3_sse_algorithms
    s3_sse_explicit   = param.s3_sse_explicit
  }
  links = {
    "Provider: aws_s3_bucket_server_side_encryption_configuration" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_server_side_encryption_configuration"
    "AWS: default encryption of buckets"                           = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html"
  }

  fix "add-encryption" {
    title = {
      de = "Verschlüsselung als eigene Ressource ergänzen"
      en = "Add the encryption as a resource of its own"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_s3_bucket_server_side_encryption_configuration" "${name}" {
        bucket = ${address}.id

        rule {
          apply_server_side_encryption_by_default {
            sse_algorithm = "AES256"
          }
        }
      }
    EOT
  }

  version_note ">= 4.0.0" {
    provider = "hashicorp/aws"
    note = {
      de = "Der Block im Bucket ist seit Provider 4 veraltet, wird hier aber weiterhin erkannt."
      en = "The block inside the bucket is deprecated since provider 4; it is still recognised here."
    }
  }
}

policy_metadata "aws-s3-object-sse" {
  demand   = "s3-aes-256"
  severity = "low"
  title = {
    de = "S3-Objekte weichen nicht von der zugesagten Verschlüsselung ab"
    en = "S3 objects do not depart from the promised encryption"
  }
  description = {
    de = "Ein Objekt kann eine eigene Verschlüsselung angeben und übergeht damit die des Buckets. Gibt es eine an, muss sie zugelassen sein."
    en = "An object may name an encryption of its own and so bypass the bucket's. If it names one, it must be an allowed one."
  }
  applies_to = ["resource_policy.aws_s3_*.object_encrypted"]
  inputs = {
    s3_sse_algorithms = param.s3_sse_algorithms
  }
  links = {
    "Provider: aws_s3_object"           = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_object"
    "AWS: specifying SSE-S3 per object" = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-s3-encryption.html"
  }

  fix "use-bucket-default" {
    title = {
      de = "Angabe entfernen, damit die Verschlüsselung des Buckets gilt"
      en = "Remove the argument so that the bucket's encryption applies"
    }
    action = "remove_argument"
    path   = "server_side_encryption"
    safe   = false
  }
}
