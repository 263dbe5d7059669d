# Classic load balancers take no plain HTTP, which they cannot redirect, and their TLS is 1.2: AWS's default policy for
# them, ELBSecurityPolicy-2016-08, still offers TLS 1.0, so each port needs a policy of its own.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

locals {
  # The only predefined policies for classic load balancers that speak nothing older.
  tls12_policies = ["ELBSecurityPolicy-TLS-1-2-2017-01"]
  old_protocols  = ["Protocol-SSLv2", "Protocol-SSLv3", "Protocol-TLSv1", "Protocol-TLSv1.1"]
}

resource_policy "aws_elb" "no_plain_http" {
  locals {
    listeners = core::try([for l in attrs.listener : l], [])
    plain     = [for l in local.listeners : l.lb_port if core::lower(core::try(l.lb_protocol, "")) == "http"]
  }

  enforce {
    # TCP is passed on as it is: whether it carries TLS is decided behind the load balancer.
    condition     = core::alltrue([for l in local.listeners : core::lower(core::try(l.lb_protocol, "")) != "http"])
    error_message = "The load balancer takes plain HTTP on port ${core::join(", ", local.plain)}; a classic load balancer cannot redirect to HTTPS."
  }
}

resource_policy "aws_elb" "tls_1_2" {
  filter = core::anytrue([for l in local.listeners : core::contains(["https", "ssl"], core::lower(core::try(l.lb_protocol, "")))])

  locals {
    listeners = core::try([for l in attrs.listener : l], [])
    # A policy names its load balancer by id or by name, which are the same.
    name = core::try(attrs.name, attrs.id)

    # Either one resource says it all …
    negotiated = [
      for p in core::getresources("aws_lb_ssl_negotiation_policy", {}) : {
        here  = p.load_balancer == attrs.id || p.load_balancer == local.name
        port  = p.lb_port
        attrs = core::try([for a in p.attribute : a], [])
      }
    ]
    # … or a policy is defined by one and given to a port by another.
    given = core::flatten([
      for p in core::getresources("aws_load_balancer_listener_policy", {}) : [
        for q in core::getresources("aws_load_balancer_policy", { policy_type_name = "SSLNegotiationPolicyType" }) : {
          here = (
            (p.load_balancer_name == attrs.id || p.load_balancer_name == local.name) &&
            (q.load_balancer_name == attrs.id || q.load_balancer_name == local.name) &&
            core::contains(core::try([for n in p.policy_names : n], []), q.policy_name)
          )
          port  = p.load_balancer_port
          attrs = core::try([for a in q.policy_attribute : a], [])
        }
      ]
    ])

    # A policy refers to a predefined one, or switches protocols on; those that it does not switch on are off.
    policies = [
      for p in core::concat(local.negotiated, local.given) : {
        here = p.here
        port = p.port
        tls12 = (
          core::anytrue([for a in p.attrs : a.name == "Reference-Security-Policy" && core::contains(local.tls12_policies, a.value)]) ||
          core::anytrue([for a in p.attrs : a.name == "Protocol-TLSv1.2" && core::lower(a.value) == "true"]) &&
          !core::anytrue([for a in p.attrs : a.name == "Reference-Security-Policy" || core::contains(local.old_protocols, a.name) && core::lower(a.value) == "true"])
        )
      }
    ]
  }

  enforce {
    condition = core::alltrue([
      for l in local.listeners :
      !core::contains(["https", "ssl"], core::lower(core::try(l.lb_protocol, ""))) || core::anytrue([
        for p in local.policies : p.here && p.tls12 && p.port == l.lb_port
      ])
    ])
    error_message = "An encrypted port of the load balancer has no policy that limits it to TLS 1.2; the default ELBSecurityPolicy-2016-08 offers TLS 1.0."
  }
}
