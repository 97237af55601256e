variable "domains" {
  description = "Names that the certificate covers; the first one is its main name."
  type        = list(string)

  validation {
    condition     = length(var.domains) > 0
    error_message = "domains must hold one name or more."
  }
}

variable "dns" {
  description = "Who answers for the domains: route53, cloudflare, or none, where somebody writes the records by hand."
  type        = string

  validation {
    condition     = contains(["route53", "cloudflare", "none"], var.dns)
    error_message = "dns must be route53, cloudflare or none."
  }
}

variable "zones" {
  description = "Zone → its identifier at Route 53 or Cloudflare, such as { \"acme.example\" = \"Z0123456789\" }."
  type        = map(string)
  default     = {}
}
