locals {
  features = module.platform.features
  # Days that objects stay; 0: until somebody deletes them. Loki, Tempo and Velero have a retention of their own, and this
  # catches what they miss.
  buckets = {
    for use, bucket in {
      loki   = { wanted = local.features.logs, days = 400 }
      tempo  = { wanted = local.features.traces, days = 60 }
      velero = { wanted = local.features.backup == "velero", days = 0 }
      vault  = { wanted = local.has_store, days = 90 }
    } : use => bucket.days if bucket.wanted
  }
  has_store         = contains(["vault", "openbao"], local.features.secrets)
  dynamodb          = local.features.secrets == "vault" && local.features.vaultStorage == "dynamodb-s3"
  makes_certificate = local.features.tls == "load-balancer" && module.platform.certificate_arn == null && module.platform.domain != null
}

module "storage" {
  source = "../../modules/storage"

  eks_name    = module.platform.eks_name
  account_id  = module.platform.account_id
  buckets     = local.buckets
  unseal_key  = local.has_store
  cosign_key  = contains(["tekton", "both"], local.features.ci)
  vault_table = local.dynamodb
}

module "secrets" {
  source = "../../modules/secrets"

  names       = var.secret_names
  kms_key_arn = module.storage.data_key_arn
}

module "certificate" {
  source = "../../modules/certificate"
  count  = local.makes_certificate ? 1 : 0

  domains = module.platform.certificate_domains
  dns     = local.features.dns
  zones   = var.zones
}
