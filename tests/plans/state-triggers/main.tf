resource "terraform_data" "same" {
  input = 1
}
resource "terraform_data" "changed" {
  input = 2
}
resource "terraform_data" "attr" {
  input = { a = 1, b = 2 }
}
resource "terraform_data" "new" {
  input = 1
}
resource "terraform_data" "on_same" {
  input = "x"
  lifecycle {
    replace_triggered_by = [terraform_data.same]
  }
}
resource "terraform_data" "on_changed" {
  input = "x"
  lifecycle {
    replace_triggered_by = [terraform_data.changed]
  }
}
resource "terraform_data" "on_attr_same" {
  input = "x"
  lifecycle {
    replace_triggered_by = [terraform_data.attr.triggers_replace]
  }
}
resource "terraform_data" "on_attr_changed" {
  input = "x"
  lifecycle {
    replace_triggered_by = [terraform_data.attr.input]
  }
}
resource "terraform_data" "on_new" {
  input = "x"
  lifecycle {
    replace_triggered_by = [terraform_data.new]
  }
}
resource "terraform_data" "on_new_attr" {
  input = "x"
  lifecycle {
    replace_triggered_by = [terraform_data.new.id]
  }
}
resource "terraform_data" "on_id" {
  input = "x"
  lifecycle {
    replace_triggered_by = [terraform_data.changed.id]
  }
}
