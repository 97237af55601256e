variable "build_environment" {
  description = "The environment whose registry CI pushes to; the others get their images by promotion."
  type        = string
  default     = "dev"
}
