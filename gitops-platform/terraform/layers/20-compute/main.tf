data "terraform_remote_state" "network" {
  backend = module.platform.state_backend
  config  = module.platform.remote_states["00-network"]
}

data "terraform_remote_state" "data" {
  backend = module.platform.state_backend
  config  = module.platform.remote_states["10-data"]
}

locals {
  role_arn = "arn:aws:iam::${module.platform.account_id}:role"

  administrators = merge(var.administrators, {
    for name, entry in {
      # Where people apply from their own machines, the workflow's roles need not exist.
      terraform = { wanted = var.workflows, role = "${module.platform.organisation}-terraform-${var.environment}" }
      # Argo CD of the hub deploys here, and signs in as itself.
      argocd = { wanted = module.platform.cluster_role == "spoke", role = "${coalesce(module.platform.hub_eks_name, "no-hub")}-argocd" }
    } : name => "${local.role_arn}/${entry.role}" if entry.wanted
  })
  viewers = merge(var.viewers, {
    for name, role in { terraform-plan = "${module.platform.organisation}-terraform-plan" } : name => "${local.role_arn}/${role}" if var.workflows
  })
}

module "eks" {
  source = "../../modules/eks"

  name                     = module.platform.eks_name
  kubernetes               = module.platform.kubernetes
  vpc_id                   = data.terraform_remote_state.network.outputs.network.vpc_id
  private_subnet_ids       = data.terraform_remote_state.network.outputs.network.private_subnet_ids
  control_plane_subnet_ids = data.terraform_remote_state.network.outputs.network.intra_subnet_ids
  addon_nodes              = module.platform.addon_nodes
  workload_nodes           = module.platform.workload_nodes
  administrators           = local.administrators
  viewers                  = local.viewers
  api_allowed_cidrs        = var.api_allowed_cidrs
  log_retention_days       = var.log_retention_days
  deletion_protection      = var.deletion_protection
}

module "karpenter" {
  source = "../../modules/karpenter"
  count  = module.platform.features.nodes == "karpenter" ? 1 : 0

  eks_name          = module.eks.name
  mode              = module.platform.features.workloadIdentity
  oidc_provider_arn = module.eks.oidc_provider_arn
  oidc_provider     = module.eks.oidc_provider
}

module "addon_identities" {
  source = "../../modules/addon-identities"

  eks_name             = module.platform.eks_name
  account_id           = module.platform.account_id
  region               = module.platform.region
  features             = module.platform.features
  service_environments = module.platform.service_environments
  services             = keys(jsondecode(file("${path.module}/../../global/ecr/services.json")))
  ecr_prefixes         = module.platform.ecr_prefixes
  hosted_zone_arns     = data.terraform_remote_state.data.outputs.data.hosted_zone_arns
  unseal_key_arn       = data.terraform_remote_state.data.outputs.data.unseal_key_arn
  cosign_key_arn       = data.terraform_remote_state.data.outputs.data.cosign_key_arn
  data_key_arn         = data.terraform_remote_state.data.outputs.data.data_key_arn
}

module "workload_identity" {
  source = "../../modules/workload-identity"

  eks_name          = module.eks.name
  mode              = module.platform.features.workloadIdentity
  oidc_provider_arn = module.eks.oidc_provider_arn
  oidc_provider     = module.eks.oidc_provider
  identities        = module.addon_identities.identities
}
