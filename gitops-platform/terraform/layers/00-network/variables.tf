variable "environment" {
  description = "The environment of terraform/envs."
  type        = string
}

variable "flow_log_retention_days" {
  description = "How long CloudWatch keeps the record of refused connections; 0 switches the record off."
  type        = number
  default     = 30
}
