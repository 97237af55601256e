output "queue_name" {
  description = "Queue that announces interruptions."
  value       = module.karpenter.queue_name
}

output "node_role_name" {
  description = "Role of the nodes that Karpenter makes."
  value       = module.karpenter.node_iam_role_name
}

output "role_arn" {
  description = "Role of Karpenter itself."
  value       = module.karpenter.iam_role_arn
}
