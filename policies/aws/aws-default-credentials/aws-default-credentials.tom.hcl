policy_metadata "aws-default-user-names" {
  demand   = "default-credentials"
  severity = "low"
  title = {
    de = "Datenbank-Administratoren heißen nicht admin oder postgres"
    en = "Administrators of databases are not called admin or postgres"
  }
  description = {
    de = "Ein vorhersagbarer Name ist die halbe Anmeldung. Die TOM spricht von Default-Passwörtern; der Name gehört dazu, wiegt aber leicht, deshalb nur ein Hinweis. Welche Namen gemeint sind, sagt der Eingabewert default_user_names."
    en = "A predictable name is half of the sign-in. The TOM speaks of default passwords; the name belongs to them but weighs little, hence a hint only. The input default_user_names says which names are meant."
  }
  applies_to = [
    "resource_policy.aws_*.own_user_name",
    "resource_policy.aws_redshiftserverless_namespace.own_user_name",
  ]
  links = {
    "Provider: aws_db_instance"           = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance#username-1"
    "AWS: master user account privileges" = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.MasterAccounts.html"
  }

  fix "rename-administrator" {
    title = {
      de = "Beim nächsten Neuanlegen einen eigenen Namen wählen"
      en = "Choose a name of your own when the database is next created"
    }
    action = "describe"
  }
}

policy_metadata "aws-no-open-data-store" {
  demand   = "default-credentials"
  severity = "high"
  title = {
    de = "Kein Datenspeicher ist ohne Anmeldung erreichbar"
    en = "No data store can be used without signing in"
  }
  description = {
    de = "ElastiCache, MemoryDB und Neptune lassen in der Grundeinstellung jeden herein, der das Netz erreicht. Verlangt werden ein Token oder Benutzergruppen (ElastiCache), eine eigene Zugriffsliste (MemoryDB) und die Anmeldung über IAM (Neptune)."
    en = "By default ElastiCache, MemoryDB and Neptune let in whoever reaches the network. Demanded are a token or user groups (ElastiCache), an access list of one's own (MemoryDB), and sign-in by IAM (Neptune)."
  }
  applies_to = [
    "resource_policy.aws_elasticache_user.password_required",
    "resource_policy.aws_memorydb_cluster.closed_access_list",
    "resource_policy.aws_elasticache_replication_group.authentication",
    "resource_policy.aws_neptune_cluster.authentication",
  ]
  links = {
    "Provider: aws_elasticache_replication_group"   = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group#user_group_ids-1"
    "Provider: aws_memorydb_cluster"                = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/memorydb_cluster#acl_name-1"
    "AWS: role-based access control in ElastiCache" = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html"
  }

  fix "demand-sign-in" {
    title = {
      de = "Anmeldung verlangen"
      en = "Demand a sign-in"
    }
    action = "describe"
  }
}
