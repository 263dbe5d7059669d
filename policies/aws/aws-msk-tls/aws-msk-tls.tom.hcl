policy_metadata "aws-msk-tls" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "Kafka-Cluster übertragen nur verschlüsselt"
    en = "Kafka clusters transfer over TLS alone"
  }
  description = {
    de = "MSK spricht von Haus aus TLS 1.2 mit Clients und zwischen den Brokern. client_broker = TLS_PLAINTEXT oder PLAINTEXT und in_cluster = false heben das auf."
    en = "By default MSK speaks TLS 1.2 with clients and between brokers. client_broker = TLS_PLAINTEXT or PLAINTEXT and in_cluster = false undo that."
  }
  applies_to = ["resource_policy.aws_msk_cluster.in_transit"]
  links = {
    "Provider: encryption_in_transit" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster#encryption_in_transit-argument-reference"
    "AWS: encryption of MSK"          = "https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html"
  }

  fix "set-client-broker" {
    title = {
      de = "Nur TLS für Clients zulassen"
      en = "Allow clients TLS alone"
    }
    action = "set_argument"
    path   = "encryption_info.encryption_in_transit.client_broker"
    value  = "TLS"
    safe   = false
  }
}

policy_metadata "aws-msk-authentication" {
  demand   = "least-privilege"
  severity = "high"
  title = {
    de = "Kafka-Cluster lassen nur angemeldete Clients zu"
    en = "Kafka clusters admit authenticated clients alone"
  }
  description = {
    de = "Ohne client_authentication darf jeder im Netz lesen und schreiben. Clients melden sich mit IAM, SCRAM oder Zertifikat an."
    en = "Without client_authentication anybody in the network may read and write. Clients authenticate by IAM, SCRAM or certificate."
  }
  applies_to = ["resource_policy.aws_msk_cluster.clients_authenticate"]
  links = {
    "Provider: client_authentication"    = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster#client_authentication-argument-reference"
    "AWS: authentication for Kafka APIs" = "https://docs.aws.amazon.com/msk/latest/developerguide/kafka_apis_iam.html"
  }

  fix "add-iam-authentication" {
    title = {
      de = "Anmeldung mit IAM verlangen"
      en = "Demand authentication by IAM"
    }
    action  = "add_block"
    snippet = <<-EOT
      client_authentication {
        sasl {
          iam = true
        }
      }
    EOT
  }
}
