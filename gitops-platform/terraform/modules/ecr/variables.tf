variable "prefixes" {
  description = "Paths below the registry, one for each environment that has its own images; an environment's images lie at <prefix>/<service>."
  type        = set(string)

  validation {
    condition     = alltrue([for prefix in var.prefixes : can(regex("^[a-z0-9]+([._/-][a-z0-9]+)*$", prefix))])
    error_message = "A prefix takes small letters, digits and . _ - / between them."
  }
}

variable "services" {
  description = "Names of the services."
  type        = set(string)

  validation {
    condition     = alltrue([for service in var.services : can(regex("^[a-z0-9]+(-[a-z0-9]+)*$", service))])
    error_message = "A service's name takes small letters, digits and dashes between them."
  }
}

variable "charts" {
  description = "Names of the Helm charts that CI publishes, each at <charts_prefix>/<chart>."
  type        = set(string)
}

variable "charts_prefix" {
  description = "Path below the registry that charts have."
  type        = string
  default     = "charts"
}

variable "keep_images" {
  description = "How many images of a repository are kept; the oldest go first."
  type        = number
  default     = 30
}
