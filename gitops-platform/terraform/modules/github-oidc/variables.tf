variable "roles" {
  description = "Role → who may take it (subjects of GitHub's tokens), and what it may do: policy (JSON) and ARNs of managed policies."
  type = map(object({
    description       = string
    subjects          = list(string)
    policy            = optional(string)
    policy_arns       = optional(map(string), {})
    max_session_hours = optional(number, 1)
  }))

  validation {
    condition     = alltrue(flatten([for role in var.roles : [for subject in role.subjects : can(regex("^repo:[A-Za-z0-9._-]+/[A-Za-z0-9._-]+:(environment:[A-Za-z0-9._-]+|pull_request|ref:refs/(heads|tags)/.+)$", subject))]]))
    error_message = "A subject must name a repository and, in it, an environment, pull requests or a ref: repo:<owner>/<name>:environment:production. Without it, whoever can push a branch to any repository of the owner could take the role."
  }

  validation {
    condition     = alltrue([for role in var.roles : length(role.subjects) > 0])
    error_message = "A role that nobody may take: give it a subject."
  }
}
