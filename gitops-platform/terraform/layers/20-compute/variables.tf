variable "environment" {
  description = "The environment of terraform/envs."
  type        = string
}

variable "administrators" {
  description = "Name → ARN of further IAM roles and users that administer the cluster."
  type        = map(string)
  default     = {}
}

variable "viewers" {
  description = "Name → ARN of IAM roles and users that see everything and change nothing."
  type        = map(string)
  default     = {}
}

variable "workflows" {
  description = "Whether the workflow `terraform` applies this: then its roles of global/ecr administer and view the cluster."
  type        = bool
  default     = true
}

variable "api_allowed_cidrs" {
  description = "Public address ranges that reach the Kubernetes API. Empty: only from within the VPC; then 30-bootstrap runs there as well (terraform/README.md)."
  type        = list(string)
  default     = []
}

variable "log_retention_days" {
  description = "How long CloudWatch keeps the logs of the control plane."
  type        = number
  default     = 90
}

variable "deletion_protection" {
  description = "Whether EKS refuses to delete the cluster."
  type        = bool
  default     = true
}
