# tflint reads it with `tflint --recursive --config "$PWD/.tflint.hcl"`.
tflint {
  required_version = ">= 0.60.0"
}

plugin "terraform" {
  enabled = true
  preset  = "all"
}

plugin "aws" {
  enabled = true
  version = "0.48.0"
  source  = "github.com/terraform-linters/tflint-ruleset-aws"
}

# Every module is a thin wrapper; a file each for a handful of lines helps nobody.
rule "terraform_standard_module_structure" {
  enabled = false
}
