# The outputs of a state that is a file inside the tree; of any other backend nothing is known.
# Source: Terraform documentation, "The terraform_remote_state Data Source" and "Backend Type: local"; Terraform 1.11.4.

attributes {
  # A file of another form counts as any other backend does.
  outputs = args.backend == "local" ? local.state.version == 4 ? merge(args.defaults, local.outputs) : null : null
}

refused {
  backend  = contains(local.backends, args.backend) ? null : "there is no backend `${args.backend}`"
  config   = args.backend != "local" || args.config == null ? null : local.strange
  defaults = args.defaults == null || can(keys(args.defaults)) ? null : "the defaults must be an object"
  # What is not there is told of at the workspace that is asked for.
  workspace = args.backend != "local" || local.there ? null : "there is no state at \"${local.path}\""
  nowhere   = args.backend == "local" && local.there ? local.unreadable : null
}

locals {
  backends = [
    "azurerm", "consul", "cos", "gcs", "http", "inmem", "kubernetes", "local", "oss", "pg", "remote", "s3",
  ]
  strange = try(
    length(setsubtract(keys(args.config), ["path", "workspace_dir"])) == 0 ? null : "the backend has no such argument",
    "the configuration of a backend is an object",
  )
  unreadable = !can(local.state) ? "the state is not JSON" : (
    !contains([1, 2, 3, 4], try(local.state.version, 0)) ? "the state is of an unknown version" : (
      alltrue([for output in values(try(local.state.outputs, {})) : !can(tostring(output.type)) || contains(local.types, try(output.type, ""))])
      ? null : "an output of the state is of an unknown type"
    )
  )
  there     = fileexists(local.path) ? file(local.path) != "" : false
  types     = ["string", "number", "bool", "dynamic"]
  workspace = args.workspace == null ? "default" : args.workspace
  default   = try(args.config.path, null) == null ? "terraform.tfstate" : args.config.path
  directory = try(args.config.workspace_dir, null) == null ? "terraform.tfstate.d" : args.config.workspace_dir
  other     = "${local.directory}/${local.workspace}/terraform.tfstate"
  path      = local.workspace == "default" ? local.default : local.other
  state     = jsondecode(file(local.path))
  outputs = {
    for name, output in local.state.outputs :
    name => try(output.sensitive, false) ? sensitive(output.value) : output.value
  }
}
