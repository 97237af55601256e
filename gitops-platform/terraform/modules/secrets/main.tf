# The places, never the values: `aws secretsmanager put-secret-value` fills them, and no state ever holds what is in them.
resource "aws_secretsmanager_secret" "this" {
  for_each = var.names

  name                    = each.value
  kms_key_id              = var.kms_key_arn
  recovery_window_in_days = 30
}
