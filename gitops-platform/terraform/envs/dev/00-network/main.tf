terraform {
  required_version = ">= 1.11.0"

  # Completed by terraform/run.sh (terraform/README.md, Run it).
  backend "s3" {}
}

module "network" {
  source = "../../../layers/00-network"

  environment = "dev"
}

output "network" {
  description = "What the layers above read."
  value       = module.network.network
}
