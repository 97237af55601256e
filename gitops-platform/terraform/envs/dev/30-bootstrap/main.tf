terraform {
  required_version = ">= 1.11.0"

  # Completed by terraform/run.sh (terraform/README.md, Run it).
  backend "s3" {}
}

module "bootstrap" {
  source = "../../../layers/30-bootstrap"

  environment = "dev"

  # Where this repository is private: the name of the secret in AWS Secrets Manager that says how Argo CD reads it
  # (terraform/README.md, Secrets).
  repository_secret = null
}

output "bootstrap" {
  description = "What the layers above read."
  value       = module.bootstrap.bootstrap
}
