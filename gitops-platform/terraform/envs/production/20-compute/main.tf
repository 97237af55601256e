terraform {
  required_version = ">= 1.11.0"

  # Completed by terraform/run.sh (terraform/README.md, Run it).
  backend "s3" {}
}

module "compute" {
  source = "../../../layers/20-compute"

  environment = "production"

  # Who administers the cluster, beside the workflow `terraform`: name → ARN of an IAM role or user.
  administrators = {}

  # Empty: the Kubernetes API answers from within the VPC alone, and 30-bootstrap runs on a runner in there
  # (terraform/README.md, Who reaches the API).
  api_allowed_cidrs = []
}

output "compute" {
  description = "What the layers above read."
  value       = module.compute.compute
}
