output "data" {
  description = "What the layers above read, and people want to know."
  value = {
    # KMS key of buckets and secrets.
    data_key_arn = module.storage.data_key_arn
    # KMS key that unseals Vault or OpenBao; null where there is neither.
    unseal_key_arn = module.storage.unseal_key_arn
    # KMS key that Tekton signs images with; null where it does not run.
    cosign_key_arn = module.storage.cosign_key_arn
    # Use → name of its bucket.
    buckets = module.storage.buckets
    # Path → ARN of its place in Secrets Manager.
    secret_arns = module.secrets.arns
    # Certificate of the load balancer; null where it ends no TLS.
    certificate_arn = local.features.tls == "load-balancer" ? try(module.certificate[0].arn, module.platform.certificate_arn) : null
    # Records that prove the domains, for who writes them by hand.
    validation_records = try(module.certificate[0].validation_records, {})
    # Route 53 zones that ExternalDNS and cert-manager write to.
    hosted_zone_arns = local.features.dns == "route53" ? [for id in values(var.zones) : "arn:aws:route53:::hostedzone/${id}"] : []
  }
}
