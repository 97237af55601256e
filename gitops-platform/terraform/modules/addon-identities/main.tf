# The table: which ServiceAccount may do what in AWS. It has no provider, so `terraform test` needs no account.
locals {
  bucket_arn = { for use in ["loki", "tempo", "velero", "vault"] : use => "arn:aws:s3:::${var.eks_name}-${var.account_id}-${use}" }
  secret_arn = "arn:aws:secretsmanager:${var.region}:${var.account_id}:secret"
  table_arn  = "arn:aws:dynamodb:${var.region}:${var.account_id}:table/${var.eks_name}-vault"
  ecr_arn    = "arn:aws:ecr:${var.region}:${var.account_id}:repository"

  use_data_key = [{
    Sid      = "UseDataKey"
    Effect   = "Allow"
    Action   = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:DescribeKey"]
    Resource = [var.data_key_arn]
  }]

  use_bucket = {
    for use, arn in local.bucket_arn : use => concat([
      {
        Sid      = "ListBucket"
        Effect   = "Allow"
        Action   = ["s3:ListBucket", "s3:GetBucketLocation", "s3:ListBucketMultipartUploads"]
        Resource = [arn]
      },
      {
        Sid      = "UseObjects"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"]
        Resource = ["${arn}/*"]
      },
    ], local.use_data_key)
  }

  read_secrets = {
    for path in concat(["platform"], var.service_environments) : path => {
      Effect   = "Allow"
      Action   = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret", "secretsmanager:ListSecretVersionIds"]
      Resource = ["${local.secret_arn}:${path}/*"]
    }
  }
  decrypt_secrets = [{
    Sid      = "DecryptSecrets"
    Effect   = "Allow"
    Action   = ["kms:Decrypt"]
    Resource = [var.data_key_arn]
  }]

  ecr_login = [{
    Sid      = "LogIn"
    Effect   = "Allow"
    Action   = ["ecr:GetAuthorizationToken"]
    Resource = ["*"]
  }]

  write_records = [
    {
      Sid      = "WriteRecords"
      Effect   = "Allow"
      Action   = ["route53:ChangeResourceRecordSets", "route53:ListResourceRecordSets", "route53:ListTagsForResources"]
      Resource = var.hosted_zone_arns
    },
    {
      Sid      = "FindZones"
      Effect   = "Allow"
      Action   = ["route53:ListHostedZones", "route53:ListHostedZonesByName", "route53:GetChange"]
      Resource = ["*"]
    },
  ]

  unseal = [{
    Sid      = "Unseal"
    Effect   = "Allow"
    Action   = ["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey"]
    Resource = compact([var.unseal_key_arn])
  }]

  vault_table = [{
    Sid    = "UseTable"
    Effect = "Allow"
    Action = [
      "dynamodb:DescribeTable", "dynamodb:DescribeTimeToLive", "dynamodb:ListTagsOfResource",
      "dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:GetItem", "dynamodb:PutItem",
      "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:Query", "dynamodb:Scan",
    ]
    Resource = [local.table_arn]
  }]

  snapshots = [{
    Sid      = "Snapshots"
    Effect   = "Allow"
    Action   = ["ec2:DescribeVolumes", "ec2:DescribeSnapshots", "ec2:CreateTags", "ec2:CreateVolume", "ec2:CreateSnapshot", "ec2:DeleteSnapshot"]
    Resource = ["*"]
  }]

  # Nobody signs in to ECR for images that are pushed elsewhere.
  push_images = [
    for statement in concat(local.ecr_login, [{
      Sid    = "PushImages"
      Effect = "Allow"
      Action = [
        "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImages",
        "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart",
      ]
      Resource = local.pushes_ecr
    }]) : statement if length(local.pushes_ecr) > 0
  ]

  sign_images = [{
    Sid      = "SignImages"
    Effect   = "Allow"
    Action   = ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign", "kms:Verify"]
    Resource = compact([var.cosign_key_arn])
  }]

  has_store  = contains(["vault", "openbao"], var.features.secrets)
  dynamodb   = var.features.secrets == "vault" && var.features.vaultStorage == "dynamodb-s3"
  route53    = var.features.dns == "route53"
  csi        = contains(["csi", "both"], var.features.secretsDelivery)
  pushes_ecr = [for name in var.service_environments : "${local.ecr_arn}/${var.ecr_prefixes[name]}/*" if can(var.ecr_prefixes[name])]

  addons = {
    # Presigns a request with its own identity; what it may do on another cluster says that cluster's access entry.
    argocd = {
      when             = var.features.argocd == "self-managed"
      namespace        = "argocd"
      service_accounts = ["argocd-application-controller", "argocd-applicationset-controller", "argocd-server"]
      statements       = []
    }
    aws-load-balancer-controller = {
      when             = true
      namespace        = "kube-system"
      service_accounts = ["aws-load-balancer-controller"]
      statements       = []
    }
    cert-manager = {
      when             = local.route53 && var.features.tls == "cert-manager"
      namespace        = "cert-manager"
      service_accounts = ["cert-manager"]
      statements       = local.write_records
    }
    external-dns = {
      when             = local.route53
      namespace        = "external-dns"
      service_accounts = ["external-dns"]
      statements       = local.write_records
    }
    external-secrets = {
      when             = true
      namespace        = "external-secrets"
      service_accounts = ["external-secrets"]
      statements       = concat(values(local.read_secrets), local.decrypt_secrets, local.ecr_login)
    }
    image-updater = {
      when             = var.features.imageUpdater
      namespace        = "argocd"
      service_accounts = ["argocd-image-updater", "ecr-token-refresher"]
      statements = concat(local.ecr_login, [{
        Sid    = "ReadImages"
        Effect = "Allow"
        Action = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer", "ecr:ListImages"]
        # A list of tags and digests tells little, and the registry has a cluster for each environment.
        Resource = ["${local.ecr_arn}/*"]
      }])
    }
    loki = {
      when             = var.features.logs
      namespace        = "loki"
      service_accounts = ["loki"]
      statements       = local.use_bucket["loki"]
    }
    openbao = {
      when             = var.features.secrets == "openbao"
      namespace        = "openbao"
      service_accounts = ["openbao"]
      statements       = local.unseal
    }
    tempo = {
      when             = var.features.traces
      namespace        = "tempo"
      service_accounts = ["tempo"]
      statements       = local.use_bucket["tempo"]
    }
    vault = {
      when             = var.features.secrets == "vault"
      namespace        = "vault"
      service_accounts = ["vault"]
      statements       = concat(local.unseal, [for statement in local.vault_table : statement if local.dynamodb])
    }
    # Both stores have the same Jobs, each in its own namespace: one keeps the recovery keys, the other the snapshots.
    vault-init = {
      when             = local.has_store
      namespace        = var.features.secrets
      service_accounts = ["vault-init"]
      statements = [
        {
          Sid      = "KeepRecoveryKeys"
          Effect   = "Allow"
          Action   = ["secretsmanager:CreateSecret", "secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue", "secretsmanager:TagResource"]
          Resource = ["${local.secret_arn}:${var.eks_name}/${var.features.secrets}/init-*"]
        },
        {
          Sid      = "EncryptRecoveryKeys"
          Effect   = "Allow"
          Action   = ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"]
          Resource = compact([var.unseal_key_arn])
        },
      ]
    }
    vault-backup = {
      when             = local.has_store
      namespace        = var.features.secrets
      service_accounts = ["vault-backup"]
      statements = concat(local.use_bucket["vault"], [for statement in [{
        Sid      = "ExportTable"
        Effect   = "Allow"
        Action   = ["dynamodb:ExportTableToPointInTime"]
        Resource = [local.table_arn]
      }] : statement if local.dynamodb])
    }
    velero = {
      when             = var.features.backup == "velero"
      namespace        = "velero"
      service_accounts = ["velero"]
      statements       = concat(local.use_bucket["velero"], local.snapshots)
    }
    tekton-pipelines = {
      when             = contains(["tekton", "both"], var.features.ci)
      namespace        = "ci"
      service_accounts = ["ci-build"]
      statements       = concat(local.push_images, local.sign_images)
    }
  }

  # A service that mounts its secrets by the CSI driver reads them as itself, and its own alone.
  services = {
    for pair in setproduct(var.services, var.service_environments) : "${pair[0]}-${pair[1]}" => {
      when             = local.csi
      namespace        = "${pair[0]}-${pair[1]}"
      service_accounts = [pair[0]]
      statements = concat([{
        Sid      = "ReadSecrets"
        Effect   = "Allow"
        Action   = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"]
        Resource = ["${local.secret_arn}:${pair[1]}/${pair[0]}/*"]
      }], local.decrypt_secrets)
    }
  }
}
