# Search domains (OpenSearch, Elasticsearch) speak TLS 1.2 or newer with clients, and TLS among their nodes.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

locals {
  types = ["aws_opensearch_domain", "aws_elasticsearch_domain"]

  # Policy-Min-TLS-1-0-2019-07 is the other one.
  tls12_policy = "^Policy-Min-TLS-1-[23]-"
}

resource_policy "aws_*" "clients_use_tls" {
  filter = core::contains(local.types, meta.type)

  locals {
    options = core::try([for o in attrs.domain_endpoint_options : o], [])
  }

  enforce {
    # Without the block HTTPS is not enforced; in a block that leaves the argument out, the provider sends true.
    condition     = core::length(local.options) > 0 && core::alltrue([for o in local.options : core::try(o.enforce_https, true) != false])
    error_message = "The domain answers plain HTTP: domain_endpoint_options { enforce_https = true } is missing."
  }

  enforce {
    # Unset means Policy-Min-TLS-1-0-2019-07.
    condition = core::length(local.options) > 0 && core::alltrue([
      for o in local.options : core::try(core::regex_match(o.tls_security_policy, local.tls12_policy), false)
    ])
    error_message = "The domain lets clients in with less than TLS 1.2: tls_security_policy is ${core::join(", ", core::concat([for o in local.options : core::valuetostring(core::try(o.tls_security_policy, null))], core::length(local.options) == 0 ? ["unset"] : []))}."
  }
}

resource_policy "aws_*" "nodes_use_tls" {
  filter = core::contains(local.types, meta.type)

  enforce {
    condition     = core::anytrue([for n in core::try([for n in attrs.node_to_node_encryption : n], []) : core::try(n.enabled, false) == true])
    error_message = "The nodes of the domain speak with each other in plain text: node_to_node_encryption is off."
  }
}
