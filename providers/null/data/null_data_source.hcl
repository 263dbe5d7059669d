# Its inputs. `random` differs from run to run and is left out.
# Source: provider documentation, "null_data_source (Data Source)"; hashicorp/null 3.2.

attributes {
  has_computed_default = args.has_computed_default == null ? "default" : args.has_computed_default
  id                   = "static"
  outputs              = args.inputs
}
