# Kafka clusters speak TLS with clients and among their brokers, and let nobody in unnamed.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

resource_policy "aws_msk_cluster" "in_transit" {
  locals {
    # Without the blocks MSK takes TLS for clients and for brokers; so it does for an argument that is left out.
    transit = core::flatten([
      for e in core::try([for e in attrs.encryption_info : e], []) : core::try([for t in e.encryption_in_transit : t], [])
    ])
    clients = [for t in local.transit : core::try(t.client_broker, "TLS")]
  }

  enforce {
    condition     = core::alltrue([for c in local.clients : c == null ? true : c == "TLS"])
    error_message = "The cluster also takes clients in plain text (client_broker = ${core::join(", ", [for c in local.clients : core::valuetostring(c)])}); promised is TLS."
  }

  enforce {
    condition     = core::alltrue([for t in local.transit : core::try(t.in_cluster, true) != false])
    error_message = "The brokers of the cluster speak with each other in plain text (in_cluster = false)."
  }
}

resource_policy "aws_msk_cluster" "clients_authenticate" {
  locals {
    authentication = core::try([for a in attrs.client_authentication : a], [])
  }

  enforce {
    # Without the block anybody in the network may connect.
    condition = core::length(local.authentication) > 0 && core::alltrue([
      for a in local.authentication : core::try(a.unauthenticated, false) != true &&
      core::length(core::concat(core::try([for s in a.sasl : s], []), core::try([for t in a.tls : t], []))) > 0
    ])
    error_message = "The cluster lets clients in without authentication."
  }
}
