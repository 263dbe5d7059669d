# Load balancer listeners speak TLS 1.2 or newer; plain HTTP only redirects to HTTPS.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "hsts_min_age_seconds" {
  type        = number
  description = "Seconds that browsers must remember to use HTTPS alone."
  default     = 31536000
}

locals {
  # aws_alb_* are the old names of the same resources.
  listeners     = ["aws_lb_listener", "aws_alb_listener"]
  target_groups = ["aws_lb_target_group", "aws_alb_target_group"]

  # The name of a predefined policy tells its oldest protocol: TLS-1-2 and FS-1-2 speak TLS 1.2 alone, TLS13-1-2 adds 1.3,
  # TLS13-1-3 speaks that alone. Suffixes (Res, Ext1, FIPS, PQ, RFC9151, …) choose ciphers. TLS13-1-0 and TLS13-1-1 still
  # let TLS 1.0 and 1.1 in, although they begin like the others.
  tls12_policy = "^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)-"
}

resource_policy "aws_*" "tls_1_2" {
  filter = core::contains(local.listeners, meta.type) && core::contains(["HTTPS", "TLS"], core::try(core::upper(attrs.protocol), ""))

  locals {
    # Without ssl_policy the API takes ELBSecurityPolicy-2016-08, which still offers TLS 1.0 (only the console does better).
    stated     = core::try(attrs.ssl_policy, null)
    ssl_policy = local.stated == null ? "ELBSecurityPolicy-2016-08" : local.stated
  }

  enforce {
    condition     = core::regex_match(local.ssl_policy, local.tls12_policy)
    error_message = "The listener's security policy ${local.ssl_policy}${local.stated == null ? " (the default where none is set)" : ""} lets clients in with less than TLS 1.2."
  }
}

resource_policy "aws_*" "no_plain_http" {
  filter = core::contains(local.listeners, meta.type) && local.protocol == "HTTP"

  locals {
    # An application load balancer takes HTTP if no protocol is set; a gateway load balancer has neither protocol nor port.
    protocol = core::try(core::upper(attrs.protocol), core::try(attrs.port, null) == null ? "" : "HTTP")
    actions  = core::try([for a in attrs.default_action : a], [])
  }

  enforce {
    # A redirect that names no protocol keeps the one of the request.
    condition = core::length(local.actions) > 0 && core::alltrue([
      for a in local.actions : core::try(a.type, "") == "redirect" && core::try(a.redirect[0].protocol, "") == "HTTPS"
    ])
    error_message = "The HTTP listener answers in plain text instead of redirecting to HTTPS."
  }
}

# Rules of a listener answer in its place. Which listener a rule belongs to is not always known here, so only redirects that
# lead to HTTP are judged.
resource_policy "aws_*" "no_redirect_to_http" {
  filter = core::contains(["aws_lb_listener_rule", "aws_alb_listener_rule"], meta.type)

  enforce {
    condition = core::alltrue(core::flatten([
      for a in core::try([for a in attrs.action : a], []) : [
        for r in core::try([for r in a.redirect : r], []) : core::try(r.protocol, "") != "HTTP"
      ]
    ]))
    error_message = "The listener rule redirects to plain HTTP."
  }
}

# The way from the load balancer to its targets. Many end TLS at the load balancer and trust their network, so this is advice.
resource_policy "aws_*" "targets_over_tls" {
  enforcement_level = "advisory"
  filter            = core::contains(local.target_groups, meta.type) && core::contains(["HTTP", "HTTPS", "TLS"], core::try(core::upper(attrs.protocol), ""))

  enforce {
    condition     = core::contains(["HTTPS", "TLS"], core::try(core::upper(attrs.protocol), ""))
    error_message = "The load balancer speaks plain HTTP with its targets; TLS throughout is promised."
  }
}

# An application load balancer can send the header for all its targets; a network load balancer cannot. The application may
# send it instead, which is not seen here: advice.
resource_policy "aws_*" "hsts" {
  enforcement_level = "advisory"
  filter            = core::contains(local.listeners, meta.type) && core::try(core::upper(attrs.protocol), "") == "HTTPS"

  locals {
    header = core::try(attrs.routing_http_response_strict_transport_security_header_value, null)
    ages   = local.header == null ? [] : core::regexall("max-age=\"?([0-9]+)", local.header == null ? "" : core::lower(local.header))
  }

  enforce {
    condition     = core::anytrue([for a in local.ages : core::parseint(a[0], 10) >= input.hsts_min_age_seconds])
    error_message = "The listener sends no Strict-Transport-Security header with a max-age of at least ${input.hsts_min_age_seconds} seconds."
  }
}
