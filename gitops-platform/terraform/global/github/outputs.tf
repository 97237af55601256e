output "environments" {
  description = "The environments of the repository."
  value       = module.repository.environments
}
