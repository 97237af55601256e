output "data_key_arn" {
  description = "KMS key of buckets and secrets."
  value       = aws_kms_key.data.arn
}

output "unseal_key_arn" {
  description = "KMS key that unseals Vault or OpenBao; null where there is neither."
  value       = try(aws_kms_key.unseal[0].arn, null)
}

output "cosign_key_arn" {
  description = "KMS key that Tekton signs images with; null where it does not run."
  value       = try(aws_kms_key.cosign[0].arn, null)
}

output "buckets" {
  description = "Use → name of its bucket."
  value       = { for use, bucket in aws_s3_bucket.this : use => bucket.id }
}
