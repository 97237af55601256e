module "platform" {
  source = "../../modules/platform"

  environment = var.environment
}

provider "aws" {
  region              = module.platform.region
  allowed_account_ids = [module.platform.account_id]

  default_tags {
    tags = module.platform.tags
  }
}

locals {
  # Where Argo CD runs: here, or in the hub, where this cluster is made known.
  argocd_eks_name = module.platform.cluster_role == "spoke" ? module.platform.hub_eks_name : data.terraform_remote_state.compute.outputs.compute.eks_name
}

data "aws_eks_cluster" "argocd" {
  name = local.argocd_eks_name
}

# A token of fifteen minutes. Being ephemeral, it gets into no plan and no state.
ephemeral "aws_eks_cluster_auth" "argocd" {
  name = local.argocd_eks_name
}

# All three are told everything. Left to themselves they look for a kubeconfig and, on a machine that has none, talk to
# localhost.
provider "helm" {
  kubernetes = {
    host                   = data.aws_eks_cluster.argocd.endpoint
    cluster_ca_certificate = base64decode(data.aws_eks_cluster.argocd.certificate_authority[0].data)
    token                  = ephemeral.aws_eks_cluster_auth.argocd.token
  }
}

provider "kubernetes" {
  host                   = data.aws_eks_cluster.argocd.endpoint
  cluster_ca_certificate = base64decode(data.aws_eks_cluster.argocd.certificate_authority[0].data)
  token                  = ephemeral.aws_eks_cluster_auth.argocd.token
}

provider "kubectl" {
  host                   = data.aws_eks_cluster.argocd.endpoint
  cluster_ca_certificate = base64decode(data.aws_eks_cluster.argocd.certificate_authority[0].data)
  token                  = ephemeral.aws_eks_cluster_auth.argocd.token
  load_config_file       = false
}
