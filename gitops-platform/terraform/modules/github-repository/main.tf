locals {
  teams = toset(compact(concat(flatten([for environment in var.environments : environment.teams]), [var.review_team])))
  users = toset(flatten([for environment in var.environments : environment.users]))

  environment_variables = merge([
    for environment, settings in var.environments : {
      for name, value in settings.variables : "${environment} ${name}" => {
        environment = environment, name = name, value = value
      }
    }
  ]...)
}

data "github_team" "this" {
  for_each = local.teams

  slug = each.value
}

data "github_user" "this" {
  for_each = local.users

  username = each.value
}

# GitHub lets one of the reviewers approve. That it takes two people for production is the ruleset's doing, below; that
# nobody approves a deployment of their own is done here.
resource "github_repository_environment" "this" {
  for_each = var.environments

  repository          = var.repository
  environment         = each.key
  wait_timer          = each.value.wait_minutes
  prevent_self_review = length(concat(each.value.teams, each.value.users)) > 0
  can_admins_bypass   = false

  dynamic "reviewers" {
    for_each = length(concat(each.value.teams, each.value.users)) > 0 ? [each.value] : []

    content {
      teams = [for team in reviewers.value.teams : data.github_team.this[team].id]
      users = [for user in reviewers.value.users : data.github_user.this[user].id]
    }
  }

  deployment_branch_policy {
    protected_branches     = false
    custom_branch_policies = true
  }
}

# A pull request's branch can hold any workflow. Only what is merged may ask for an environment, and so for its role in AWS.
resource "github_repository_environment_deployment_policy" "this" {
  for_each = github_repository_environment.this

  repository     = var.repository
  environment    = each.value.environment
  branch_pattern = var.branch
}

resource "github_actions_environment_variable" "this" {
  for_each = local.environment_variables

  repository    = var.repository
  environment   = github_repository_environment.this[each.value.environment].environment
  variable_name = each.value.name
  value         = each.value.value
}

resource "github_actions_variable" "this" {
  for_each = var.variables

  repository    = var.repository
  variable_name = each.key
  value         = each.value
}

resource "github_repository_ruleset" "branch" {
  name        = var.branch
  repository  = var.repository
  target      = "branch"
  enforcement = "active"

  conditions {
    ref_name {
      include = ["refs/heads/${var.branch}"]
      exclude = []
    }
  }

  dynamic "bypass_actors" {
    for_each = var.bypass_app_id == null ? [] : [var.bypass_app_id]

    content {
      actor_id    = bypass_actors.value
      actor_type  = "Integration"
      bypass_mode = "always"
    }
  }

  rules {
    deletion                = true
    non_fast_forward        = true
    required_linear_history = true

    pull_request {
      required_approving_review_count   = var.approvals
      dismiss_stale_reviews_on_push     = true
      require_code_owner_review         = true
      require_last_push_approval        = true
      required_review_thread_resolution = true

      dynamic "required_reviewers" {
        for_each = {
          for approvals, paths in { 1 = var.reviewed_paths, 2 = var.production_paths } :
          approvals => paths if var.review_team != null
        }

        content {
          file_patterns     = required_reviewers.value
          minimum_approvals = required_reviewers.key

          reviewer {
            id   = data.github_team.this[var.review_team].id
            type = "Team"
          }
        }
      }
    }

    required_status_checks {
      strict_required_status_checks_policy = false

      dynamic "required_check" {
        for_each = toset(var.required_checks)

        content {
          context = required_check.value
        }
      }
    }
  }

  lifecycle {
    precondition {
      condition     = var.approvals > 0 || var.review_team != null
      error_message = "Nobody would review anything: name review_team, or let approvals be 1 or more."
    }
  }
}

# A version's tag starts a build: nobody moves it or takes it away.
resource "github_repository_ruleset" "tags" {
  name        = "versions"
  repository  = var.repository
  target      = "tag"
  enforcement = "active"

  conditions {
    ref_name {
      include = ["refs/tags/v*"]
      exclude = []
    }
  }

  rules {
    deletion         = true
    non_fast_forward = true
    update           = true
  }
}
