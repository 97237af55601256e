variable "role" {
  description = "hub: Argo CD is installed here. spoke: the cluster is made known to the Argo CD of the hub. none: nothing is done."
  type        = string

  validation {
    condition     = contains(["hub", "spoke", "none"], var.role)
    error_message = "role must be hub, spoke or none."
  }
}

variable "edition" {
  description = "self-managed: the Helm chart, which Argo CD itself keeps from then on. eks-capability: AWS runs it."
  type        = string

  validation {
    condition     = contains(["self-managed", "eks-capability"], var.edition)
    error_message = "edition must be self-managed or eks-capability."
  }
}

variable "tree" {
  description = "Root folder of this repository's tree."
  type        = string
}

variable "cluster" {
  description = "The cluster: its name in Argo CD, its profile and environment, and how it is reached."
  type = object({
    name                  = string
    environment           = string
    profile               = string
    eks_name              = string
    arn                   = string
    endpoint              = string
    certificate_authority = string
  })
}

variable "annotations" {
  description = "What add-ons take from Terraform (`handOff` of their addon.yaml): annotations of the cluster's Secret. Nothing of it is a secret."
  type        = map(string)
}

variable "repository_url" {
  description = "This repository, as Argo CD pulls it."
  type        = string
}

variable "has_repository_credentials" {
  description = "Whether the repository is private, and repository_credentials says how to read it."
  type        = bool
}

variable "repository_credentials" {
  description = "Keys of an Argo CD repository Secret, such as githubAppID, githubAppInstallationID and githubAppPrivateKey. Neither plan nor state holds them."
  type        = map(string)
  default     = {}
  ephemeral   = true
  sensitive   = true
}

variable "repository_credentials_revision" {
  description = "Raise it by one after the credentials have changed: Terraform cannot see that they did."
  type        = number
  default     = 1
}

variable "identity_center" {
  description = "For the EKS capability: the IAM Identity Center instance, and the groups that administer and view Argo CD."
  type = object({
    instance_arn   = string
    region         = string
    administrators = list(string)
    viewers        = list(string)
  })
  default = null
}
