output "compute" {
  description = "What the layers above read, and people want to know."
  value = {
    # Name of the cluster.
    eks_name = module.eks.name
    # ARN of the cluster.
    arn = module.eks.arn
    # Address of the Kubernetes API.
    endpoint = module.eks.endpoint
    # The API's certificate authority, base64.
    certificate_authority = module.eks.certificate_authority
    # Add-on or service → its IAM role.
    role_arns = module.workload_identity.role_arns
    # Queue that announces interruptions; null without Karpenter.
    karpenter_queue = try(module.karpenter[0].queue_name, null)
    # Role of the nodes that Karpenter makes; null without Karpenter.
    karpenter_node_role = try(module.karpenter[0].node_role_name, null)
  }
}
