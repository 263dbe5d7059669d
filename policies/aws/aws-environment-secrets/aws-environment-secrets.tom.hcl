policy_metadata "aws-environment-secrets" {
  demand   = "secrets-in-code"
  severity = "high"
  title = {
    de = "Keine Geheimnisse in Umgebungsvariablen"
    en = "No secrets in environment variables"
  }
  description = {
    de = "Umgebungsvariablen von Lambda, ECS, CodeBuild und anderen stehen im Klartext in der Konsole und in jeder Beschreibung der Ressource. Gemeldet werden Variablen, deren Name auf ein Geheimnis endet (PASSWORD, SECRET, TOKEN, API_KEY …) und deren Wert im Code steht, sowie Werte, die unverkennbar Schlüssel sind. Verweise (ARN, Pfad im Parameter Store) sind in Ordnung; ECS und CodeBuild haben dafür eigene Felder."
    en = "Environment variables of Lambda, ECS, CodeBuild and others stand in plain text in the console and in every description of the resource. Reported are variables whose name ends in a secret (PASSWORD, SECRET, TOKEN, API_KEY …) and whose value stands in the code, and values that are unmistakably keys. References (an ARN, a path in the Parameter Store) are fine; ECS and CodeBuild have fields of their own for them."
  }
  links = {
    "Provider: aws_lambda_function"              = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function#environment-1"
    "Provider: aws_ecs_task_definition"          = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition#container_definitions-1"
    "AWS: securing Lambda environment variables" = "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html"
  }

  fix "pass-reference" {
    title = {
      de = "Namen des Geheimnisses übergeben und es zur Laufzeit lesen"
      en = "Pass the name of the secret and read it at run time"
    }
    action = "describe"
  }
}
