output "environments" {
  description = "The environments of the repository."
  value       = sort(keys(github_repository_environment.this))
}
