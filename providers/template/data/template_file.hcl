# The template with its variables, which are strings.
# Source: provider documentation, "Data Source: template_file"; hashicorp/template 2.2.0.

attributes {
  id       = sha256(local.rendered)
  rendered = local.rendered
}

locals {
  # The function takes a reference as its template, nothing else.
  template = args.template == null ? "" : args.template
  rendered = templatestring(local.template, args.vars == null ? {} : args.vars)
}
