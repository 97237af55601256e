locals {
  hub  = var.role == "hub"
  helm = local.hub && var.edition == "self-managed"
  # How Argo CD names this cluster from where it runs.
  in_cluster = local.hub && var.edition == "self-managed"

  addon     = yamldecode(file("${var.tree}/infrastructure/argocd/addon.yaml"))
  chart     = local.addon.chart
  namespace = local.addon.namespace
  values = [
    for file in [
      "infrastructure/argocd/values/default.yaml",
      "infrastructure/argocd/values/${var.cluster.profile}.yaml",
      "clusters/${var.cluster.name}/argocd/values.yaml",
    ] : file("${var.tree}/${file}") if fileexists("${var.tree}/${file}")
  ]
  oci = startswith(local.chart.repository, "oci://")
}

# Installed once, from the files that Argo CD then keeps itself by. From there on Git decides: an upgrade here would undo
# one that Argo CD has made.
resource "helm_release" "argocd" {
  count = local.helm ? 1 : 0

  name             = try(local.chart.releaseName, local.addon.name)
  repository       = local.oci ? null : local.chart.repository
  chart            = local.oci ? "${local.chart.repository}/${local.chart.name}" : local.chart.name
  version          = local.chart.version
  namespace        = local.namespace
  create_namespace = true
  timeout          = 900
  # What other add-ons bring the CRDs for comes with Argo CD's own Application.
  values = concat(local.values, [yamlencode({ extraObjects = [] })])

  lifecycle {
    ignore_changes = [repository, chart, version, values]
  }
}

module "capability" {
  source  = "terraform-aws-modules/eks/aws//modules/capability"
  version = "21.19.0"

  create       = local.hub && var.edition == "eks-capability"
  type         = "ARGOCD"
  cluster_name = var.cluster.eks_name

  iam_role_name            = "${var.cluster.eks_name}-argocd"
  iam_role_use_name_prefix = false

  configuration = var.identity_center == null ? null : {
    argo_cd = {
      namespace = local.namespace
      aws_idc = {
        idc_instance_arn = var.identity_center.instance_arn
        idc_region       = var.identity_center.region
      }
      rbac_role_mapping = [
        { role = "ADMIN", identity = [for group in var.identity_center.administrators : { id = group, type = "SSO_GROUP" }] },
        { role = "VIEWER", identity = [for group in var.identity_center.viewers : { id = group, type = "SSO_GROUP" }] },
      ]
    }
  }
}

# The hand-off: what Git cannot know, because AWS decides it.
resource "kubernetes_secret_v1" "cluster" {
  count = var.role == "none" ? 0 : 1

  metadata {
    name      = "cluster-${var.cluster.name}"
    namespace = local.namespace
    labels = {
      "argocd.argoproj.io/secret-type" = "cluster"
      environment                      = var.cluster.environment
      profile                          = var.cluster.profile
    }
    annotations = var.annotations
  }

  # No secret in spite of its kind: Argo CD signs in with its own identity, and the rest is public.
  data = {
    name   = var.cluster.name
    server = local.in_cluster ? "https://kubernetes.default.svc" : var.edition == "eks-capability" ? var.cluster.arn : var.cluster.endpoint
    config = local.in_cluster || var.edition == "eks-capability" ? jsonencode({ tlsClientConfig = { insecure = false } }) : jsonencode({
      awsAuthConfig   = { clusterName = var.cluster.eks_name }
      tlsClientConfig = { insecure = false, caData = var.cluster.certificate_authority }
    })
  }

  lifecycle {
    precondition {
      condition     = var.edition != "eks-capability" || var.identity_center != null
      error_message = "features.argocd is eks-capability, which signs people in by IAM Identity Center alone: set identity_center in the main.tf of 30-bootstrap."
    }
  }

  depends_on = [helm_release.argocd, module.capability]
}

# Write-only: Kubernetes gets the values, Terraform keeps none of them.
resource "kubernetes_secret_v1" "repository" {
  count = local.hub && var.has_repository_credentials ? 1 : 0

  metadata {
    name      = "repository-gitops-platform"
    namespace = local.namespace
    labels    = { "argocd.argoproj.io/secret-type" = "repository" }
  }

  data_wo          = merge({ type = "git", url = var.repository_url }, var.repository_credentials)
  data_wo_revision = var.repository_credentials_revision

  depends_on = [helm_release.argocd, module.capability]
}

# The only thing that is ever applied by hand, as bootstrap/install.sh would. Taking it away takes nothing with it:
# teardown.sh does that, in order.
resource "kubectl_manifest" "root" {
  for_each = local.hub ? toset(["bootstrap/apps/projects/bootstrap.yaml", "bootstrap/root.yaml"]) : toset([])

  yaml_body         = file("${var.tree}/${each.value}")
  server_side_apply = true
  force_conflicts   = true
  apply_only        = true

  depends_on = [kubernetes_secret_v1.cluster, kubernetes_secret_v1.repository]
}
