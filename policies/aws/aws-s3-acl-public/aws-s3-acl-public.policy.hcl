# Nothing in S3 is open to everybody: no access control list for the world, no website endpoint.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

locals {
  acl_types   = ["aws_s3_bucket", "aws_s3_bucket_acl", "aws_s3_object", "aws_s3_bucket_object", "aws_s3_object_copy"]
  public_acls = ["public-read", "public-read-write", "authenticated-read"]
}

resource_policy "aws_s3_*" "acl_not_public" {
  filter = core::contains(local.acl_types, meta.type)

  locals {
    # Unset means private.
    acl = core::try(attrs.acl, null)

    # Grants stand in the bucket (before provider 4) and in a copied object, or in the list of a resource of their own.
    policies = core::try([for p in attrs.access_control_policy : p], [])
    uris = core::concat(
      core::try([for g in attrs.grant : core::try(g.uri, null)], []),
      core::flatten([
        for p in local.policies : [
          for g in core::try([for g in p.grant : g], []) : [
            for e in core::try([for e in g.grantee : e], []) : core::try(e.uri, null)
          ]
        ]
      ])
    )
  }

  enforce {
    condition     = local.acl == null ? true : !core::contains(local.public_acls, local.acl)
    error_message = "The access control list ${core::valuetostring(local.acl)} opens this to everybody (authenticated-read: to every AWS account there is)."
  }

  enforce {
    # AuthenticatedUsers are the users of all AWS accounts of the world.
    condition = core::alltrue([
      for u in local.uris : u == null ? true : !core::endswith(u, "/groups/global/AllUsers") && !core::endswith(u, "/groups/global/AuthenticatedUsers")
    ])
    error_message = "A grant goes to everybody (AllUsers) or to every AWS account there is (AuthenticatedUsers)."
  }
}

# The website endpoint of S3 speaks HTTP alone and serves only what anonymous visitors may read. To redirect everything
# to another host over HTTPS shows nothing.
resource_policy "aws_s3_bucket_website_configuration" "no_website" {
  locals {
    redirects = core::try([for r in attrs.redirect_all_requests_to : core::try(r.protocol, "")], [])
  }

  enforce {
    condition     = core::length(local.redirects) > 0 && core::alltrue([for p in local.redirects : p == "https"])
    error_message = "The bucket serves a website: to everybody, over plain HTTP. Promised is access by signed URL or through a distribution with TLS."
  }
}

resource_policy "aws_s3_bucket" "no_inline_website" {
  filter = core::length(local.websites) > 0

  locals {
    websites = core::try([for w in attrs.website : w], [])
  }

  enforce {
    condition     = core::alltrue([for w in local.websites : core::try(core::startswith(w.redirect_all_requests_to, "https://"), false)])
    error_message = "The bucket serves a website: to everybody, over plain HTTP. Promised is access by signed URL or through a distribution with TLS."
  }
}
