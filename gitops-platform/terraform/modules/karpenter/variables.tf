variable "eks_name" {
  description = "Name of the cluster, and of the queue that announces interruptions."
  type        = string
}

variable "mode" {
  description = "pod-identity or irsa."
  type        = string
}

variable "oidc_provider_arn" {
  description = "Identity provider of the cluster."
  type        = string
}

variable "oidc_provider" {
  description = "The same, without https://."
  type        = string
}

variable "namespace" {
  description = "Where Karpenter runs."
  type        = string
  default     = "karpenter"
}
