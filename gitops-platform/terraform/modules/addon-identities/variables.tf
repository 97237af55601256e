variable "eks_name" {
  description = "Name of the cluster; each role is <eks_name>-<add-on>."
  type        = string
}

variable "account_id" {
  description = "The AWS account."
  type        = string
}

variable "region" {
  description = "The AWS region."
  type        = string
}

variable "features" {
  description = "The switches of platform.yaml."
  type = object({
    argocd          = string
    secrets         = string
    vaultStorage    = string
    secretsDelivery = string
    tls             = string
    dns             = string
    ci              = string
    imageUpdater    = bool
    logs            = bool
    traces          = bool
    backup          = string
  })
}

variable "service_environments" {
  description = "Environments whose services run on this cluster. Secrets of any other are out of reach."
  type        = list(string)
}

variable "services" {
  description = "Names of the services, each in the namespace <service>-<environment> with a ServiceAccount of its own name."
  type        = list(string)
  default     = []
}

variable "ecr_prefixes" {
  description = "Environment → the path below the ECR registry that its images have."
  type        = map(string)
  default     = {}
}

variable "hosted_zone_arns" {
  description = "Route 53 zones that ExternalDNS and cert-manager may write to."
  type        = list(string)
  default     = []
}

variable "unseal_key_arn" {
  description = "KMS key that unseals Vault or OpenBao; null where there is neither."
  type        = string
  default     = null
}

variable "cosign_key_arn" {
  description = "KMS key that Tekton signs images with; null where it does not run."
  type        = string
  default     = null
}

variable "data_key_arn" {
  description = "KMS key of the buckets and the secrets."
  type        = string
}
