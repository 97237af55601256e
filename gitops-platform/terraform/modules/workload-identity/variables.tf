variable "eks_name" {
  description = "Name of the cluster."
  type        = string
}

variable "mode" {
  description = "pod-identity: EKS associates ServiceAccount and role, nothing stands in the cluster. irsa: the ServiceAccount names the role in an annotation."
  type        = string

  validation {
    condition     = contains(["pod-identity", "irsa"], var.mode)
    error_message = "mode must be pod-identity or irsa."
  }
}

variable "oidc_provider_arn" {
  description = "Identity provider of the cluster."
  type        = string
}

variable "oidc_provider" {
  description = "The same, without https://."
  type        = string
}

variable "identities" {
  description = "Name → who may do what, as modules/addon-identities makes it."
  type = map(object({
    namespace        = string
    service_accounts = list(string)
    policy           = optional(string)
  }))
}
