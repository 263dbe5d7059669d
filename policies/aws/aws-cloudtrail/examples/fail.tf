# Looks complete, but its advanced selectors take object accesses only: nothing an administrator does is recorded. It
# also stays in one region and writes no digests.
resource "aws_cloudtrail" "objects" {
  name           = "objects"
  s3_bucket_name = "example-audit-trail"

  advanced_event_selector {
    name = "objects"

    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }

    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
  }
}
