output "name" {
  description = "Name of the cluster."
  value       = module.eks.cluster_name
}

output "arn" {
  description = "ARN of the cluster."
  value       = module.eks.cluster_arn
}

output "endpoint" {
  description = "Address of the Kubernetes API."
  value       = module.eks.cluster_endpoint
}

output "certificate_authority" {
  description = "The API's certificate authority, base64."
  value       = module.eks.cluster_certificate_authority_data
}

output "oidc_provider_arn" {
  description = "Identity provider that IRSA roles trust."
  value       = module.eks.oidc_provider_arn
}

output "oidc_provider" {
  description = "The same without https://, as it stands in trust policies."
  value       = module.eks.oidc_provider
}

output "secrets_key_arn" {
  description = "KMS key that encrypts Secrets in etcd."
  value       = module.eks.kms_key_arn
}

output "node_security_group_id" {
  description = "Security group of the nodes."
  value       = module.eks.node_security_group_id
}
