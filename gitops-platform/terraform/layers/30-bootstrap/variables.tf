variable "environment" {
  description = "The environment of terraform/envs."
  type        = string
}

variable "repository_secret" {
  description = "Name of a secret in AWS Secrets Manager with the keys of an Argo CD repository Secret, as JSON; null where the repository is public."
  type        = string
  default     = null
}

variable "repository_secret_revision" {
  description = "Raise it by one after that secret has changed."
  type        = number
  default     = 1
}

variable "identity_center" {
  description = "Only for features.argocd: eks-capability. Groups are named by their identifiers in IAM Identity Center."
  type = object({
    instance_arn   = string
    region         = string
    administrators = list(string)
    viewers        = list(string)
  })
  default = null
}
