policy_metadata "aws-s3-bucket-sse" {
  demand   = "s3-aes-256"
  severity = "high"
  title = {
    de = "S3-Buckets sind mit AES-256 verschlüsselt"
    en = "S3 buckets are encrypted with AES-256"
  }
  description = {
    de = "Die Standardverschlüsselung jedes Buckets nutzt ein zugelassenes Verfahren. Ein Bucket ohne Angabe erfüllt die Zusage: AWS verschlüsselt seit dem 5. Januar 2023 jedes neue Objekt mit SSE-S3, und abschalten lässt sich das nicht. Mit s3_sse_explicit = true muss die Verschlüsselung im Code stehen; dann fallen auch Änderungen von Hand auf."
    en = "The default encryption of every bucket uses an allowed algorithm. A bucket that states none keeps the promise: AWS has encrypted every new object with SSE-S3 since 5 January 2023, and that cannot be switched off. With s3_sse_explicit = true the encryption must be in the code; then changes by hand are noticed as well."
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

  fix "change-algorithm" {
    title = {
      de = "In der vorhandenen Verschlüsselung sse_algorithm = \"AES256\" setzen"
      en = "Set sse_algorithm = \"AES256\" in the encryption that is there"
    }
    action = "describe"
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
