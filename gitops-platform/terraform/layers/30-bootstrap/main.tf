data "terraform_remote_state" "network" {
  backend = module.platform.state_backend
  config  = module.platform.remote_states["00-network"]
}

data "terraform_remote_state" "data" {
  backend = module.platform.state_backend
  config  = module.platform.remote_states["10-data"]
}

data "terraform_remote_state" "compute" {
  backend = module.platform.state_backend
  config  = module.platform.remote_states["20-compute"]
}

locals {
  annotations = {
    for name, value in {
      acm-certificate-arn = data.terraform_remote_state.data.outputs.data.certificate_arn
      vpc-id              = data.terraform_remote_state.network.outputs.network.vpc_id
      vpc-cidr            = data.terraform_remote_state.network.outputs.network.vpc_cidr
      region              = module.platform.region
      account-id          = module.platform.account_id
      eks-name            = data.terraform_remote_state.compute.outputs.compute.eks_name
      karpenter-queue     = data.terraform_remote_state.compute.outputs.compute.karpenter_queue
      karpenter-node-role = data.terraform_remote_state.compute.outputs.compute.karpenter_node_role
    } : name => value if value != null
  }
}

# Read while Terraform runs, and kept nowhere.
ephemeral "aws_secretsmanager_secret_version" "repository" {
  count = var.repository_secret == null ? 0 : 1

  secret_id = var.repository_secret
}

module "argocd" {
  source = "../../modules/argocd"

  role    = module.platform.cluster_role
  edition = module.platform.features.argocd
  tree    = "${path.module}/../../.."

  cluster = {
    name                  = coalesce(module.platform.cluster_name, var.environment)
    environment           = var.environment
    profile               = module.platform.profile
    eks_name              = data.terraform_remote_state.compute.outputs.compute.eks_name
    arn                   = data.terraform_remote_state.compute.outputs.compute.arn
    endpoint              = data.terraform_remote_state.compute.outputs.compute.endpoint
    certificate_authority = data.terraform_remote_state.compute.outputs.compute.certificate_authority
  }
  annotations = local.annotations

  repository_url                  = module.platform.repository.url
  has_repository_credentials      = var.repository_secret != null
  repository_credentials          = try(jsondecode(ephemeral.aws_secretsmanager_secret_version.repository[0].secret_string), {})
  repository_credentials_revision = var.repository_secret_revision

  identity_center = var.identity_center
}

check "platform_names_the_cluster" {
  assert {
    condition     = module.platform.cluster_role != "none"
    error_message = "No cluster of platform.yaml has `terraform: ${var.environment}`, so the cluster is there and empty: Argo CD knows nothing of it. Name it under `clusters`, run `platform render`, and apply again."
  }
}
