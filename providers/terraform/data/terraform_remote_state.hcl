# The outputs of a state that is a file inside the tree; of any other backend nothing is known.
# Source: Terraform documentation, "The terraform_remote_state Data Source" and "Backend Type: local"; Terraform 1.11.4.

attributes {
  # A file of another form counts as any other backend does.
  outputs = args.backend == "local" ? local.state.version == 4 ? merge(local.defaults, local.outputs) : null : null
}

locals {
  config    = args.config == null ? {} : args.config
  defaults  = args.defaults == null ? {} : args.defaults
  workspace = args.workspace == null ? "default" : args.workspace
  default   = try(local.config.path, "terraform.tfstate")
  other     = "${try(local.config.workspace_dir, "terraform.tfstate.d")}/${local.workspace}/terraform.tfstate"
  state     = jsondecode(file(local.workspace == "default" ? local.default : local.other))
  outputs = {
    for name, output in local.state.outputs :
    name => try(output.sensitive, false) ? sensitive(output.value) : output.value
  }
}
