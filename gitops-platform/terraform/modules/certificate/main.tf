resource "aws_acm_certificate" "this" {
  domain_name               = var.domains[0]
  subject_alternative_names = slice(var.domains, 1, length(var.domains))
  validation_method         = "DNS"

  # A load balancer keeps the old one until it has the new one.
  lifecycle {
    create_before_destroy = true
  }
}

locals {
  # *.acme.example and acme.example are proved by one and the same record.
  names = toset([for domain in var.domains : trimprefix(domain, "*.")])

  # The longest zone that ends a name, as resolvers find it.
  zone_of = {
    for name in local.names : name => try(reverse(sort([
      for zone in keys(var.zones) : format("%03d %s", length(zone), zone)
      if name == zone || endswith(name, ".${zone}")
    ]))[0], null)
  }
  zone_ids = { for name, found in local.zone_of : name => found == null ? null : var.zones[split(" ", found)[1]] }

  options = {
    for option in aws_acm_certificate.this.domain_validation_options :
    trimprefix(option.domain_name, "*.") => option...
  }
  records = {
    for name in local.names : name => {
      name    = trimsuffix(try(local.options[name][0].resource_record_name, ""), ".")
      type    = try(local.options[name][0].resource_record_type, "CNAME")
      content = trimsuffix(try(local.options[name][0].resource_record_value, ""), ".")
    }
  }
}

resource "aws_route53_record" "validation" {
  for_each = var.dns == "route53" ? local.names : toset([])

  zone_id         = local.zone_ids[each.value]
  name            = local.records[each.value].name
  type            = local.records[each.value].type
  records         = [local.records[each.value].content]
  ttl             = 300
  allow_overwrite = true

  lifecycle {
    precondition {
      condition     = local.zone_ids[each.value] != null
      error_message = "No zone in `zones` ends ${each.value}: add it in the main.tf of 10-data."
    }
  }
}

resource "cloudflare_dns_record" "validation" {
  for_each = var.dns == "cloudflare" ? local.names : toset([])

  zone_id = local.zone_ids[each.value]
  name    = local.records[each.value].name
  type    = local.records[each.value].type
  content = local.records[each.value].content
  ttl     = 300
  # AWS must see the record itself, and go on seeing it: it renews the certificate by it.
  proxied = false

  lifecycle {
    precondition {
      condition     = local.zone_ids[each.value] != null
      error_message = "No zone in `zones` ends ${each.value}: add it in the main.tf of 10-data."
    }
  }
}

# Where the records are written by hand, this waits for them: the plan's output `validation_records` says which.
resource "aws_acm_certificate_validation" "this" {
  certificate_arn = aws_acm_certificate.this.arn

  depends_on = [aws_route53_record.validation, cloudflare_dns_record.validation]

  timeouts {
    create = "60m"
  }
}
