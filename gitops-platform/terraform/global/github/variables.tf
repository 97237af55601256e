variable "protection" {
  description = "Environment → who approves what is deployed there, and how long it waits. What is not named asks nobody."
  type = map(object({
    teams        = optional(list(string), [])
    users        = optional(list(string), [])
    wait_minutes = optional(number, 0)
  }))
}

variable "required_checks" {
  description = "Names of the jobs without which nothing is merged."
  type        = list(string)
  default     = ["pr-validation", "promote-image", "terraform-plan"]
}

variable "approvals" {
  description = "How many people approve every change, whatever it changes. 0 lets the bumps of dev merge themselves."
  type        = number
  default     = 0
}

variable "review_team" {
  description = "Slug of the team that approves what is not a bump of dev, and twice what changes production."
  type        = string
  default     = null
}

variable "release_app_id" {
  description = "Number of the GitHub App that pushes releases."
  type        = number
  default     = null
}
