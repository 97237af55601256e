output "network" {
  description = "What the layers above read, and people want to know."
  value = {
    # The VPC.
    vpc_id = module.vpc.id
    # Its address range.
    vpc_cidr = module.vpc.cidr
    # Subnets of nodes and pods.
    private_subnet_ids = module.vpc.private_subnet_ids
    # Subnets of what EKS puts into the VPC.
    intra_subnet_ids = module.vpc.intra_subnet_ids
  }
}
