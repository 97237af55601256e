variable "environment" {
  description = "The environment of terraform/envs whose facts are read; the first one, in the order of the alphabet, where a root belongs to none."
  type        = string
  default     = null
}

variable "directory" {
  description = "The folder that holds <environment>/platform.json. Only tests name another one."
  type        = string
  default     = null
}
