output "role_arns" {
  description = "Name → ARN of the role."
  value       = { for name, role in module.role : name => role.iam_role_arn }
}
