policy_metadata "aws-access-audit-logs" {
  demand   = "audit-log-enabled"
  severity = "high"
  title = {
    de = "Kubernetes und VPN protokollieren Anmeldungen und Verwaltung"
    en = "Kubernetes and VPN log sign-ins and administration"
  }
  description = {
    de = "EKS protokolliert api, audit und authenticator, das Client-VPN seine Verbindungen. Beides ist voreingestellt aus."
    en = "EKS logs api, audit and authenticator, the client VPN its connections. Both are off by default."
  }
  applies_to = [
    "resource_policy.aws_eks_cluster.control_plane_logs",
    "resource_policy.aws_ec2_client_vpn_endpoint.connections_logged",
  ]
  links = {
    "Provider: aws_eks_cluster" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster#enabled_cluster_log_types-1"
    "AWS: control plane logs"   = "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"
  }

  fix "enable-logs" {
    title = {
      de = "Protokolle einschalten"
      en = "Switch the logs on"
    }
    action = "describe"
  }
}

policy_metadata "aws-database-logs" {
  demand   = "audit-log-enabled"
  severity = "medium"
  title = {
    de = "Datenbanken geben ihre Protokolle an CloudWatch"
    en = "Databases hand their logs to CloudWatch"
  }
  description = {
    de = "Mindestens ein Protokoll, das Anmeldungen oder Anweisungen festhält, geht an CloudWatch. Wie viel darin steht, legt die Parametergruppe fest, und allgemeine Protokolle können personenbezogene Daten enthalten; deshalb nur ein Hinweis."
    en = "At least one log that tells of sign-ins or statements goes to CloudWatch. How much is in it the parameter group decides, and general logs may hold personal data; hence a hint only."
  }
  applies_to = [
    "resource_policy.aws_*.database_logs",
  ]
  links = {
    "Provider: aws_db_instance"     = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance#enabled_cloudwatch_logs_exports-1"
    "AWS: publishing database logs" = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html"
  }

  fix "export-logs" {
    title = {
      de = "Protokolle exportieren"
      en = "Export logs"
    }
    action = "describe"
  }
}

policy_metadata "aws-service-audit-logs" {
  demand   = "audit-log-enabled"
  severity = "medium"
  title = {
    de = "Suchdomänen und Nachrichtenbroker protokollieren Anmeldungen"
    en = "Search domains and message brokers log sign-ins"
  }
  description = {
    de = "OpenSearch veröffentlicht das Audit-Log, Amazon MQ das Audit-Log (ActiveMQ) oder das allgemeine (RabbitMQ). Voreingestellt ist beides aus."
    en = "OpenSearch publishes its audit log, Amazon MQ its audit log (ActiveMQ) or the general one (RabbitMQ). Both are off by default."
  }
  applies_to = [
    "resource_policy.aws_*.search_audit_logs",
    "resource_policy.aws_mq_broker.broker_logs",
  ]
  links = {
    "Provider: aws_opensearch_domain"       = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain#log_publishing_options-1"
    "AWS: audit logs in OpenSearch Service" = "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html"
  }

  fix "publish-audit-log" {
    title = {
      de = "Audit-Log veröffentlichen"
      en = "Publish the audit log"
    }
    action = "describe"
  }
}

policy_metadata "aws-web-access-logs" {
  demand   = "audit-log-enabled"
  severity = "medium"
  title = {
    de = "Load Balancer, APIs und Web-Firewalls protokollieren Zugriffe"
    en = "Load balancers, APIs and web firewalls log accesses"
  }
  description = {
    de = "Jeder Eingang ins Web schreibt ein Zugriffsprotokoll. Tücke bei aws_lb: Ein Block access_logs mit Bucket, aber ohne enabled, protokolliert nichts; bei aws_elb ist es umgekehrt. Zugriffsprotokolle sind Verkehrsdaten und enden nach höchstens 10 Wochen."
    en = "Every entrance from the web writes an access log. The trap with aws_lb: a block access_logs with a bucket but without enabled logs nothing; with aws_elb it is the other way round. Access logs are traffic data and end after ten weeks at most."
  }
  applies_to = [
    "resource_policy.aws_*.api_access_logs",
    "resource_policy.aws_*.balancer_access_logs",
    "resource_policy.aws_elb.balancer_access_logs",
    "resource_policy.aws_wafv2_web_acl.firewall_logs",
  ]
  links = {
    "Provider: aws_lb"                               = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb#access_logs-1"
    "Provider: aws_api_gateway_stage"                = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage#access_log_settings-1"
    "AWS: access logs of Application Load Balancers" = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html"
  }

  fix "log-accesses" {
    title = {
      de = "Zugriffsprotokoll einschalten"
      en = "Switch the access log on"
    }
    action = "describe"
  }
}
