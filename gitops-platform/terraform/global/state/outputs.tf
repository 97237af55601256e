output "bucket" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.state.id
}

output "kms_key_arn" {
  description = "Key that encrypts the states."
  value       = aws_kms_key.state.arn
}
