output "repository_arns" {
  description = "Repository → ARN."
  value       = { for name, repository in aws_ecr_repository.this : name => repository.arn }
}

output "repository_urls" {
  description = "Repository → address."
  value       = { for name, repository in aws_ecr_repository.this : name => repository.repository_url }
}

output "kms_key_arn" {
  description = "Key that encrypts images and charts."
  value       = aws_kms_key.this.arn
}
