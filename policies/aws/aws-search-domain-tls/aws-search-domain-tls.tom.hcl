policy_metadata "aws-search-domain-tls" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "Suchdomänen sprechen mit Clients TLS 1.2 oder neuer"
    en = "Search domains speak TLS 1.2 or newer with clients"
  }
  description = {
    de = "OpenSearch- und Elasticsearch-Domänen erzwingen HTTPS und lassen nichts Älteres als TLS 1.2 zu. Fehlt der Block domain_endpoint_options, ist beides aus; fehlt nur die Richtlinie, gilt TLS 1.0."
    en = "OpenSearch and Elasticsearch domains enforce HTTPS and allow nothing older than TLS 1.2. Without the block domain_endpoint_options both are off; without the policy alone TLS 1.0 applies."
  }
  applies_to = ["resource_policy.aws_*.clients_use_tls"]
  links = {
    "Provider: domain_endpoint_options" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain#domain_endpoint_options"
    "AWS: infrastructure security"      = "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html"
  }

  fix "add-endpoint-options" {
    title = {
      de = "HTTPS mit TLS 1.2 erzwingen"
      en = "Enforce HTTPS with TLS 1.2"
    }
    action  = "add_block"
    snippet = <<-EOT
      domain_endpoint_options {
        enforce_https       = true
        tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
      }
    EOT
  }
}

policy_metadata "aws-search-domain-node-tls" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "Die Knoten von Suchdomänen sprechen untereinander TLS"
    en = "The nodes of search domains speak TLS with each other"
  }
  description = {
    de = "Ohne node_to_node_encryption gehen Daten zwischen den Knoten im Klartext."
    en = "Without node_to_node_encryption data goes between the nodes in plain text."
  }
  applies_to = ["resource_policy.aws_*.nodes_use_tls"]
  links = {
    "Provider: node_to_node_encryption" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain#node_to_node_encryption"
    "AWS: node-to-node encryption"      = "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html"
  }

  fix "add-node-encryption" {
    title = {
      de = "Verschlüsselung zwischen den Knoten einschalten"
      en = "Switch the encryption between nodes on"
    }
    action  = "add_block"
    snippet = <<-EOT
      node_to_node_encryption {
        enabled = true
      }
    EOT
  }
}
