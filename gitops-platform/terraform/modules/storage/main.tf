resource "aws_kms_key" "data" {
  description             = "Buckets and secrets of ${var.eks_name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

resource "aws_kms_alias" "data" {
  name          = "alias/${var.eks_name}-data"
  target_key_id = aws_kms_key.data.key_id
}

# A key of its own: whoever may use it can unseal Vault. Without it, every secret in Vault is lost.
resource "aws_kms_key" "unseal" {
  count = var.unseal_key ? 1 : 0

  description             = "Unseals the secrets store of ${var.eks_name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_kms_alias" "unseal" {
  count = var.unseal_key ? 1 : 0

  name          = "alias/${var.eks_name}-vault-unseal"
  target_key_id = aws_kms_key.unseal[0].key_id
}

# Pipelines sign images with it, and it never leaves KMS. AWS rotates no key pair by itself.
resource "aws_kms_key" "cosign" {
  count = var.cosign_key ? 1 : 0

  description              = "Signs images that ${var.eks_name} builds"
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "ECC_NIST_P256"
  deletion_window_in_days  = 30
}

resource "aws_kms_alias" "cosign" {
  count = var.cosign_key ? 1 : 0

  name          = "alias/${var.eks_name}-cosign"
  target_key_id = aws_kms_key.cosign[0].key_id
}

resource "aws_s3_bucket" "this" {
  for_each = var.buckets

  bucket = "${var.eks_name}-${var.account_id}-${each.key}"
}

resource "aws_s3_bucket_public_access_block" "this" {
  for_each = aws_s3_bucket.this

  bucket                  = each.value.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.data.arn
    }
    bucket_key_enabled = true
  }
}

resource "aws_s3_bucket_versioning" "this" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id

  versioning_configuration {
    # A backup must survive its own deletion; logs and traces need not, and would be paid for twice.
    status = contains(["velero", "vault"], each.key) ? "Enabled" : "Suspended"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id

  rule {
    id     = "expire"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    noncurrent_version_expiration {
      noncurrent_days = 30
    }

    dynamic "expiration" {
      for_each = var.buckets[each.key] > 0 ? [var.buckets[each.key]] : []

      content {
        days = expiration.value
      }
    }
  }

  # AWS refuses a rule for noncurrent versions while versioning was never set.
  depends_on = [aws_s3_bucket_versioning.this]
}

data "aws_iam_policy_document" "tls_only" {
  for_each = aws_s3_bucket.this

  statement {
    sid       = "DenyPlainHttp"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [each.value.arn, "${each.value.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "this" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id
  policy = data.aws_iam_policy_document.tls_only[each.key].json
}

# Key names are Vault's own.
resource "aws_dynamodb_table" "vault" {
  count = var.vault_table ? 1 : 0

  name         = "${var.eks_name}-vault"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "Path"
  range_key    = "Key"

  attribute {
    name = "Path"
    type = "S"
  }

  attribute {
    name = "Key"
    type = "S"
  }

  point_in_time_recovery {
    enabled = true
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.data.arn
  }

  deletion_protection_enabled = true

  lifecycle {
    prevent_destroy = true
  }
}
