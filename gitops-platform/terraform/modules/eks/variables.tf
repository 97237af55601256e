variable "name" {
  description = "Name of the cluster."
  type        = string
}

variable "kubernetes" {
  description = "Minor version of Kubernetes."
  type        = string

  validation {
    condition     = can(regex("^1\\.[0-9]{2}$", var.kubernetes))
    error_message = "kubernetes must be a minor version, such as 1.35."
  }
}

variable "vpc_id" {
  description = "The VPC."
  type        = string
}

variable "private_subnet_ids" {
  description = "Subnets of the nodes: private ones, so that no node has a public address."
  type        = list(string)
}

variable "control_plane_subnet_ids" {
  description = "Subnets of the network interfaces that EKS itself needs."
  type        = list(string)
}

variable "addon_nodes" {
  description = "Nodes of the platform's own workloads: Argo CD, Vault, Traefik, monitoring."
  type = object({
    instance_types = list(string)
    min            = number
    max            = number
  })

  validation {
    condition     = var.addon_nodes.min >= 2
    error_message = "addon_nodes.min must be 2 or more: on a single node every upgrade stops Argo CD, reconciliation stalls, and what wants two replicas apart is never scheduled."
  }

  validation {
    condition     = var.addon_nodes.max >= var.addon_nodes.min && length(var.addon_nodes.instance_types) > 0
    error_message = "addon_nodes needs an instance type, and max not below min."
  }
}

variable "workload_nodes" {
  description = "Nodes of the services. With Karpenter they are the floor, and it adds what is missing above."
  type = object({
    instance_types = list(string)
    min            = number
    max            = number
  })

  validation {
    condition     = var.workload_nodes.min >= 2
    error_message = "workload_nodes.min must be 2 or more: a single node makes every disruption budget either unsafe or impossible to keep."
  }

  validation {
    condition     = var.workload_nodes.max >= var.workload_nodes.min && length(var.workload_nodes.instance_types) > 0
    error_message = "workload_nodes needs an instance type, and max not below min."
  }
}

variable "administrators" {
  description = "ARNs of IAM roles and users that administer the cluster, by a name of your choice. Nobody else can, not even who made it."
  type        = map(string)

  validation {
    condition     = length(var.administrators) > 0
    error_message = "administrators must name one IAM role or more: a cluster without any can be reached by nobody."
  }
}

variable "api_allowed_cidrs" {
  description = "Public address ranges that reach the Kubernetes API. Empty: only from within the VPC and what is connected to it."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.api_allowed_cidrs : can(cidrhost(cidr, 0)) && !can(regex("^(10\\.|192\\.168\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.)", cidr))])
    error_message = "api_allowed_cidrs takes public ranges: AWS refuses private ones, which reach the API from within the VPC anyway."
  }
}

variable "viewers" {
  description = "ARNs of IAM roles and users that see everything in the cluster and change nothing, by a name of your choice."
  type        = map(string)
  default     = {}
}

variable "log_retention_days" {
  description = "How long CloudWatch keeps the logs of the control plane."
  type        = number
  default     = 90
}

variable "deletion_protection" {
  description = "Whether EKS refuses to delete the cluster. teardown.sh says how to switch it off."
  type        = bool
  default     = true
}

variable "node_disk_gigabytes" {
  description = "Size of each node's disk."
  type        = number
  default     = 50
}
