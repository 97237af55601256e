output "repository_urls" {
  description = "Repository → address."
  value       = module.ecr.repository_urls
}

output "role_arns" {
  description = "Role that GitHub takes → ARN."
  value       = module.github_oidc.role_arns
}
