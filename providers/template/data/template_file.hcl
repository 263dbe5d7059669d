# The template with its variables, which are strings.
# Source: provider documentation, "Data Source: template_file"; hashicorp/template 2.2.0.

attributes {
  id       = sha256(local.rendered)
  rendered = local.rendered
}

locals {
  rendered = templatestring(
    args.template == null ? "" : args.template,
    args.vars == null ? {} : args.vars,
  )
}
