output "id" {
  description = "The VPC."
  value       = module.vpc.vpc_id
}

output "cidr" {
  description = "Its address range."
  value       = module.vpc.vpc_cidr_block
}

output "private_subnet_ids" {
  description = "Subnets of nodes and pods, one in each zone."
  value       = module.vpc.private_subnets
}

output "public_subnet_ids" {
  description = "Subnets of load balancers that the internet reaches."
  value       = module.vpc.public_subnets
}

output "intra_subnet_ids" {
  description = "Subnets without a way out, for what EKS puts into the VPC."
  value       = module.vpc.intra_subnets
}

output "private_subnet_cidrs" {
  description = "Address ranges of the private subnets."
  value       = local.private_subnets
}
