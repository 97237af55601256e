module "role" {
  source   = "terraform-aws-modules/eks-pod-identity/aws"
  version  = "2.8.1"
  for_each = var.identities

  name            = "${var.eks_name}-${each.key}"
  use_name_prefix = false
  description     = "${each.key} on ${var.eks_name}"

  # Two clusters of one account must not share a policy's name.
  policy_name_prefix = "${var.eks_name}-"

  attach_custom_policy      = each.value.policy != null
  source_policy_documents   = compact([each.value.policy])
  custom_policy_description = "${each.key} on ${var.eks_name}"

  # AWS publishes this one, long as it is, and the module follows it.
  attach_aws_lb_controller_policy = each.key == "aws-load-balancer-controller"

  # The session's tags say whose pod asks: an association that somebody adds elsewhere gets nothing by this role.
  trust_policy_conditions = [
    { test = "StringEquals", variable = "aws:RequestTag/eks-cluster-name", values = [var.eks_name] },
    { test = "StringEquals", variable = "aws:RequestTag/kubernetes-namespace", values = [each.value.namespace] },
    { test = "StringEquals", variable = "aws:RequestTag/kubernetes-service-account", values = each.value.service_accounts },
  ]

  trust_policy_statements = var.mode == "irsa" ? [{
    sid        = "Irsa"
    effect     = "Allow"
    actions    = ["sts:AssumeRoleWithWebIdentity"]
    principals = [{ type = "Federated", identifiers = [var.oidc_provider_arn] }]
    condition = [
      { test = "StringEquals", variable = "${var.oidc_provider}:aud", values = ["sts.amazonaws.com"] },
      {
        test     = "StringEquals"
        variable = "${var.oidc_provider}:sub"
        values   = [for account in each.value.service_accounts : "system:serviceaccount:${each.value.namespace}:${account}"]
      },
    ]
  }] : null

  associations = {
    for account in each.value.service_accounts : account => {
      cluster_name    = var.eks_name
      namespace       = each.value.namespace
      service_account = account
    } if var.mode == "pod-identity"
  }
}
