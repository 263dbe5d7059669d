# No secret stands in the environment of a function, a container or a build, nor in the start script of a server.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

locals {
  holders = [
    "aws_lambda_function", "aws_codebuild_project", "aws_ecs_task_definition", "aws_batch_job_definition", "aws_amplify_app",
    "aws_amplify_branch", "aws_glue_job", "aws_elastic_beanstalk_environment", "aws_apprunner_service",
  ]

  secret_names = "(?i)(passwords?|passwd|passphrase|secret|secret_?key(_base)?|token|api_?key|private_?key|access_?key|credentials?)$"
  # Values that only say where the secret is, and switches and numbers.
  references = "^(arn:|/|\\$|\\{\\{|ssm:|secretsmanager:|vault:|https?://|(true|false|[0-9]+)$)"
  # Keys of AWS, GitHub, GitLab and Slack, and private keys, whatever they are called.
  unmistakable = "(AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[0-9A-Za-z]{36}|glpat-[0-9A-Za-z_-]{20}|xox[abprs]-[0-9A-Za-z-]{10}|-----BEGIN ([A-Z]+ )?PRIVATE KEY"

  # Values that Terraform makes itself and that so stand in no file. Whether another unknown value happens to be one of
  # them is open, so that the comparison is asked for a certain `true` only.
  generated = core::concat(
    [for r in core::getresources("random_password", {}) : core::try(r.result, null)],
    [for r in core::getresources("random_string", {}) : core::try(r.result, null)],
    core::flatten([
      for k in core::getresources("tls_private_key", {}) :
      [core::try(k.private_key_pem, null), core::try(k.private_key_pem_pkcs8, null), core::try(k.private_key_openssh, null)]
    ]),
  )
}

resource_policy "aws_*" "no_secrets_in_environment" {
  filter = core::contains(local.holders, meta.type) && core::length(local.suspects) > 0

  locals {
    # Names and values, from wherever the type keeps them.
    maps = core::concat(
      core::try([for e in attrs.environment : e.variables if meta.type == "aws_lambda_function"], []),
      core::contains(["aws_amplify_app", "aws_amplify_branch"], meta.type) ? core::try([attrs.environment_variables], []) : [],
      meta.type == "aws_glue_job" ? core::try([attrs.default_arguments], []) : [],
      core::try([for i in attrs.source_configuration[0].image_repository[0].image_configuration : i.runtime_environment_variables], []),
      core::try([for c in attrs.source_configuration[0].code_repository[0].code_configuration[0].code_configuration_values : c.runtime_environment_variables], []),
    )
    pairs = core::flatten([
      [for m in local.maps : core::try([for k, v in m : { name = k, value = v }], [])],
      [
        for e in core::try([for e in attrs.environment : e if meta.type == "aws_codebuild_project"], []) :
        core::try([for v in e.environment_variable : { name = v.name, value = v.value } if core::try(v.type, "PLAINTEXT") == "PLAINTEXT"], [])
      ],
      [
        for c in core::try([for c in core::jsondecode(attrs.container_definitions) : c], []) :
        core::try([for v in c.environment : { name = v.name, value = v.value }], [])
      ],
      core::try([for v in core::jsondecode(attrs.container_properties).environment : { name = v.name, value = v.value }], []),
      core::try([for s in attrs.setting : { name = s.name, value = s.value } if s.namespace == "aws:elasticbeanstalk:application:environment"], []),
    ])
    suspects = [
      for p in local.pairs : {
        name  = p.name
        value = p.value
        known = core::valuetostring(core::nonsensitive(p.value)) != "(unknown)"
        made  = core::valuetostring(core::nonsensitive(core::contains(local.generated, p.value))) == "true"
      }
      if p.value != null && (core::regex_match(p.name, local.secret_names) || core::regex_match(core::valuetostring(p.value), local.unmistakable))
    ]
    literal = core::distinct([
      for s in local.suspects : s.name
      if s.known && s.value != "" && !core::regex_match(core::valuetostring(core::nonsensitive(s.value)), local.references)
    ])
  }

  enforce {
    condition     = core::length(local.literal) == 0 && core::alltrue([for s in local.suspects : s.known || s.made || s.value == ""])
    error_message = "The environment holds a secret in plain text (${core::nonsensitive(core::join(", ", local.literal))}); pass the name of the secret and read it at run time."
  }
}

resource_policy "aws_instance" "no_secrets_in_start_script" {
  # A script that is not known yet cannot be read here.
  filter = !core::contains(["(unknown)", "(null)"], core::valuetostring(local.script))

  locals {
    script = core::try(attrs.user_data, null)
  }

  enforce {
    condition     = !core::regex_match(core::valuetostring(local.script), local.unmistakable)
    error_message = "The start script of the server (user_data) holds a key in plain text, which everybody can read who may log on to it."
  }
}
