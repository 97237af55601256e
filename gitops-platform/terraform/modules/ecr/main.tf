locals {
  images = { for pair in setproduct(var.prefixes, var.services) : "${pair[0]}/${pair[1]}" => pair[1] }
  charts = { for chart in var.charts : "${var.charts_prefix}/${chart}" => chart }
}

resource "aws_kms_key" "this" {
  description             = "Images and charts"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

resource "aws_kms_alias" "this" {
  name          = "alias/ecr"
  target_key_id = aws_kms_key.this.key_id
}

resource "aws_ecr_repository" "this" {
  for_each = merge(local.images, local.charts)

  name = each.key

  # A tag that ran once means the same for ever. What cosign keeps beside an image is excepted: a further signature or
  # attestation writes the same tag again, and what it may say is decided by who signed it.
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"

  image_tag_mutability_exclusion_filter {
    filter      = "sha256-*"
    filter_type = "WILDCARD"
  }

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.this.arn
  }

  tags = { service = each.value }
}

resource "aws_ecr_lifecycle_policy" "this" {
  for_each = aws_ecr_repository.this

  repository = each.value.name
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        # Signature, attestations, SBOM and index of each image that is kept: else they would count as images themselves.
        description = "What belongs to the last ${var.keep_images} images"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["sha256-*"]
          countType      = "imageCountMoreThan"
          countNumber    = var.keep_images * 4
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 2
        description  = "The last ${var.keep_images} images"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["*"]
          countType      = "imageCountMoreThan"
          countNumber    = var.keep_images
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 3
        # The images of an index have no tag; ECR keeps them as long as the index.
        description = "What nothing names"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = { type = "expire" }
      },
    ]
  })
}
