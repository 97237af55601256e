variable "names" {
  description = "Paths of secrets in AWS Secrets Manager, as platform/<add-on>/<name> or <environment>/<service>/<name>."
  type        = set(string)

  validation {
    condition     = alltrue([for name in var.names : can(regex("^[a-z0-9-]+/[a-z0-9-]+/[a-z0-9-]+$", name))])
    error_message = "A secret's name has three parts: platform/<add-on>/<name>, or <environment>/<service>/<name>."
  }
}

variable "kms_key_arn" {
  description = "Key that encrypts them."
  type        = string
}
