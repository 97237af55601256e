locals {
  # Of a /16: private /20 (4,091 addresses a zone, for nodes and pods), public /24 (load balancers and NAT alone), and /24
  # for what EKS itself puts into the VPC. In a smaller range all of them shrink alike.
  private_subnets = [for index, zone in var.zones : cidrsubnet(var.cidr, 4, index)]
  public_subnets  = [for index, zone in var.zones : cidrsubnet(var.cidr, 8, 64 + index)]
  intra_subnets   = [for index, zone in var.zones : cidrsubnet(var.cidr, 8, 68 + index)]

  flow_log = var.flow_log_retention_days > 0
}

module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "6.6.0"

  name = var.name
  cidr = var.cidr
  azs  = var.zones

  private_subnets = local.private_subnets
  public_subnets  = local.public_subnets
  intra_subnets   = local.intra_subnets

  enable_nat_gateway     = true
  single_nat_gateway     = var.nat_gateways == "single"
  one_nat_gateway_per_az = var.nat_gateways == "per-zone"

  enable_dns_hostnames = true
  enable_dns_support   = true

  # The default group of a VPC lets its members talk to each other. Nothing of ours is in it, and nothing shall be.
  manage_default_security_group  = true
  default_security_group_ingress = []
  default_security_group_egress  = []

  enable_flow_log                                 = local.flow_log
  create_flow_log_cloudwatch_log_group            = local.flow_log
  create_flow_log_cloudwatch_iam_role             = local.flow_log
  vpc_flow_log_iam_role_name                      = "${var.name}-flow-log"
  vpc_flow_log_iam_role_use_name_prefix           = false
  vpc_flow_log_iam_policy_name                    = "${var.name}-flow-log"
  vpc_flow_log_iam_policy_use_name_prefix         = false
  flow_log_traffic_type                           = "REJECT"
  flow_log_cloudwatch_log_group_retention_in_days = var.flow_log_retention_days

  public_subnet_tags = {
    "kubernetes.io/role/elb"            = "1"
    "kubernetes.io/cluster/${var.name}" = "shared"
  }
  private_subnet_tags = {
    "kubernetes.io/role/internal-elb"   = "1"
    "kubernetes.io/cluster/${var.name}" = "shared"
    "karpenter.sh/discovery"            = var.name
  }
}

data "aws_region" "current" {}

# Layers of images come from S3: through this door, which costs nothing, and not through the NAT gateway, which does.
resource "aws_vpc_endpoint" "s3" {
  vpc_id            = module.vpc.vpc_id
  service_name      = "com.amazonaws.${data.aws_region.current.region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = concat(module.vpc.private_route_table_ids, module.vpc.intra_route_table_ids)

  tags = { Name = "${var.name}-s3" }
}
