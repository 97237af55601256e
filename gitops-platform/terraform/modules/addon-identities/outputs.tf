output "identities" {
  description = "Name → namespace, service_accounts, and policy (JSON; null where there is none). The role is <eks_name>-<name>."
  value = {
    for name, row in merge(local.addons, local.services) : name => {
      namespace        = row.namespace
      service_accounts = row.service_accounts
      policy           = length(row.statements) == 0 ? null : jsonencode({ Version = "2012-10-17", Statement = row.statements })
    } if row.when
  }

  precondition {
    condition     = alltrue([for name in keys(merge(local.addons, local.services)) : length("${var.eks_name}-${name}") <= 64])
    error_message = "A role's name would be longer than the 64 characters that AWS allows: shorten the organisation, the environment or the service."
  }

  precondition {
    condition     = !local.route53 || length(var.hosted_zone_arns) > 0
    error_message = "features.dns is route53, and hosted_zone_arns is empty: name the zones in the main.tf of 10-data."
  }
}
