policy_metadata "aws-service-log-groups" {
  demand   = "log-retention-max"
  severity = "medium"
  title = {
    de = "Log-Gruppen von AWS-Diensten sind angelegt, bevor der Dienst es tut"
    en = "Log groups of AWS services are declared before the service makes them"
  }
  description = {
    de = "Lambda, CodeBuild, EKS und die Datenbanken legen ihre Log-Gruppe beim ersten Eintrag selbst an, und zwar ohne Ablauf. Eine Konfiguration ohne eine einzige aws_cloudwatch_log_group sieht deshalb sauber aus und hält die Zusage doch nicht ein. Verlangt wird eine Log-Gruppe mit dem Namen, den der Dienst benutzt; ihre Aufbewahrung prüft aws-log-group-retention."
    en = "Lambda, CodeBuild, EKS and the databases make their log group themselves when they first write, and without an end. A configuration without a single aws_cloudwatch_log_group therefore looks clean and breaks the promise all the same. Demanded is a log group with the name that the service uses; aws-log-group-retention judges its retention."
  }
  links = {
    "Provider: aws_lambda_function"         = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function#logging_config-1"
    "Provider: aws_cloudwatch_log_group"    = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group"
    "AWS: log retention in CloudWatch Logs" = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html#SettingLogRetention"
  }

  fix "declare-log-group" {
    title = {
      de = "Log-Gruppe mit dem Namen des Dienstes anlegen"
      en = "Declare the log group with the service's name"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_cloudwatch_log_group" "${name}" {
        name              = "/aws/lambda/${name}"
        retention_in_days = 30
      }
    EOT
    safe    = false
  }
}
