data "aws_iam_policy_document" "irsa" {
  statement {
    sid     = "Irsa"
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [var.oidc_provider_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${var.oidc_provider}:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "${var.oidc_provider}:sub"
      values   = ["system:serviceaccount:${var.namespace}:karpenter"]
    }
  }
}

module "karpenter" {
  source  = "terraform-aws-modules/eks/aws//modules/karpenter"
  version = "21.19.0"

  cluster_name = var.eks_name
  queue_name   = var.eks_name

  iam_role_name              = "${var.eks_name}-karpenter"
  iam_role_use_name_prefix   = false
  iam_policy_name            = "${var.eks_name}-karpenter"
  iam_policy_use_name_prefix = false
  # Its policy can be longer than a managed one may be.
  enable_inline_policy = true

  namespace                               = var.namespace
  service_account                         = "karpenter"
  create_pod_identity_association         = var.mode == "pod-identity"
  iam_role_source_assume_policy_documents = var.mode == "irsa" ? [data.aws_iam_policy_document.irsa.json] : []

  node_iam_role_name            = "${var.eks_name}-karpenter-node"
  node_iam_role_use_name_prefix = false
  node_iam_role_additional_policies = {
    ssm = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
  }
}

