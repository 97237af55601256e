terraform {
  required_version = ">= 1.11.0"

  # Completed by terraform/run.sh (terraform/README.md, Run it).
  backend "s3" {}
}

module "data" {
  source = "../../../layers/10-data"

  environment = "staging"

  # The zones that answer for the domains of platform.yaml, with their identifiers at Route 53 or Cloudflare. Without them
  # no certificate can be proved.
  zones = {}
}

output "data" {
  description = "What the layers above read."
  value       = module.data.data
}
