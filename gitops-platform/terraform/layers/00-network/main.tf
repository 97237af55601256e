data "aws_availability_zones" "available" {
  state = "available"

  # Local zones have no EKS.
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

locals {
  zones = sort(data.aws_availability_zones.available.names)
}

module "vpc" {
  source = "../../modules/vpc"

  name                    = module.platform.eks_name
  cidr                    = module.platform.cidr
  zones                   = slice(local.zones, 0, min(3, length(local.zones)))
  nat_gateways            = module.platform.nat_gateways
  flow_log_retention_days = var.flow_log_retention_days
}
