variable "repository" {
  description = "Name of the repository, without its owner."
  type        = string
}

variable "branch" {
  description = "The branch that Argo CD follows."
  type        = string
}

variable "environments" {
  description = "Environment → slugs of the teams and logins of the users that approve a deployment, minutes to wait, and variables of its own."
  type = map(object({
    teams        = optional(list(string), [])
    users        = optional(list(string), [])
    wait_minutes = optional(number, 0)
    variables    = optional(map(string), {})
  }))

  validation {
    condition     = alltrue([for name, environment in var.environments : name != "staging" || length(concat(environment.teams, environment.users)) >= 1])
    error_message = "staging needs one reviewer or two."
  }

  validation {
    condition     = alltrue([for name, environment in var.environments : name != "production" || length(concat(environment.teams, environment.users)) >= 2 || length(environment.teams) >= 1])
    error_message = "production needs two reviewers or more, or a team."
  }

  validation {
    condition     = alltrue([for name, environment in var.environments : name != "production" || environment.wait_minutes >= 30])
    error_message = "production waits 30 minutes or more: time to stop what staging has just shown to be wrong."
  }

  validation {
    condition     = alltrue([for environment in var.environments : length(environment.teams) <= 6 && length(environment.users) <= 6])
    error_message = "GitHub takes six teams and six users at most."
  }
}

variable "required_checks" {
  description = "Checks without which nothing is merged. Each one must run for every pull request, else it never passes."
  type        = list(string)
}

variable "approvals" {
  description = "How many people approve every change, whatever it changes. 0 lets the bumps of dev merge themselves."
  type        = number
  default     = 0
}

variable "review_team" {
  description = "Slug of the team that approves changes of reviewed_paths, and twice those of production_paths."
  type        = string
  default     = null
}

variable "reviewed_paths" {
  description = "What one of the team approves: everything but the services of the environments that CI writes."
  type        = list(string)
  default = [
    ".github/**", "applications/*.yaml", "applications/staging/**", "bootstrap/**", "charts/**", "clusters/**",
    "infrastructure/**", "platform.yaml", "terraform/**",
  ]
}

variable "production_paths" {
  description = "What two of the team approve."
  type        = list(string)
  default     = ["applications/production/**", "terraform/envs/production/**"]
}

variable "variables" {
  description = "Variables of the repository's workflows. None of them is a secret."
  type        = map(string)
  default     = {}
}

variable "bypass_app_id" {
  description = "Number of the GitHub App whose tokens push releases to the branch; null where none does."
  type        = number
  default     = null
}
