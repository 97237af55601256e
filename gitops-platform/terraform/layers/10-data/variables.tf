variable "environment" {
  description = "The environment of terraform/envs."
  type        = string
}

variable "zones" {
  description = "DNS zone → its identifier at Route 53 or Cloudflare, for the certificate's proofs and for ExternalDNS."
  type        = map(string)
  default     = {}
}

variable "secret_names" {
  description = "Places in AWS Secrets Manager, without values: platform/<add-on>/<name> and <environment>/<service>/<name>."
  type        = set(string)
  default     = []
}
