policy_metadata "aws-db-force-ssl" {
  demand   = "secure-transport-only"
  severity = "high"
  title = {
    de = "Parametergruppen verlangen TLS für jede Datenbankverbindung"
    en = "Parameter groups demand TLS for every database connection"
  }
  description = {
    de = "Datenbanken bieten TLS an, nehmen aber je nach Engine und Version auch Verbindungen im Klartext an. Der entscheidende Parameter (rds.force_ssl, require_secure_transport, tls, neptune_enforce_ssl) ist eingeschaltet oder es von Haus aus: bei PostgreSQL ab 15, Aurora PostgreSQL ab 17, MySQL ab 9.7, MariaDB ab 11.8, DocumentDB und Neptune immer."
    en = "Databases offer TLS but, depending on engine and version, take connections in plain text as well. The parameter that decides (rds.force_ssl, require_secure_transport, tls, neptune_enforce_ssl) is on, or is by default: for PostgreSQL from 15, Aurora PostgreSQL from 17, MySQL from 9.7, MariaDB from 11.8, DocumentDB and Neptune always."
  }
  applies_to = ["resource_policy.aws_*.group_forces_tls"]
  links = {
    "Provider: aws_db_parameter_group" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_parameter_group"
    "AWS: TLS for PostgreSQL"          = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html"
    "AWS: TLS for MySQL"               = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html"
    "AWS: TLS for MariaDB"             = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mariadb-ssl-connections.require-ssl.html"
  }

  fix "set-parameter" {
    title = {
      de = "Parameter setzen: rds.force_ssl = 1 (PostgreSQL, SQL Server) oder require_secure_transport = ON (MySQL, MariaDB)"
      en = "Set the parameter: rds.force_ssl = 1 (PostgreSQL, SQL Server) or require_secure_transport = ON (MySQL, MariaDB)"
    }
    action = "describe"
  }
}

policy_metadata "aws-db-default-parameters-tls" {
  demand   = "secure-transport-only"
  severity = "high"
  title = {
    de = "Datenbanken ohne eigene Parametergruppe verlangen TLS von Haus aus"
    en = "Databases without a parameter group of their own demand TLS by default"
  }
  description = {
    de = "Ohne eigene Parametergruppe gilt die Voreinstellung von Engine und Version. Bei MySQL 8, MariaDB vor 11.8, Aurora MySQL, SQL Server und älterem PostgreSQL nimmt sie auch Verbindungen im Klartext an."
    en = "Without a parameter group of its own the default of engine and version applies. For MySQL 8, MariaDB before 11.8, Aurora MySQL, SQL Server and older PostgreSQL it also takes connections in plain text."
  }
  applies_to = ["resource_policy.aws_*.default_forces_tls"]
  links = {
    "Provider: aws_db_instance" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"
    "AWS: TLS with RDS"         = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html"
  }

  fix "add-parameter-group" {
    title = {
      de = "Eine Parametergruppe mit rds.force_ssl = 1 oder require_secure_transport = ON anlegen und der Datenbank geben"
      en = "Create a parameter group with rds.force_ssl = 1 or require_secure_transport = ON and give it to the database"
    }
    action = "describe"
  }
}
