# Completed by terraform/run.sh, which knows the bucket and this root's key. On HCP Terraform it lays a backend_override.tf
# beside this file, and that takes precedence.
terraform {
  backend "s3" {}
}
