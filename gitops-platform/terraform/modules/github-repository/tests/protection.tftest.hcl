mock_provider "github" {}

variables {
  repository      = "gitops-platform"
  branch          = "main"
  required_checks = ["pr-validation"]
  environments = {
    staging    = { users = ["ada"] }
    production = { users = ["ada", "grace"], wait_minutes = 30 }
  }
}

run "staging_without_a_reviewer" {
  command = plan

  variables {
    environments = { staging = {} }
  }

  expect_failures = [var.environments]
}

run "production_with_one_reviewer" {
  command = plan

  variables {
    environments = { production = { users = ["ada"], wait_minutes = 30 } }
  }

  expect_failures = [var.environments]
}

run "production_without_waiting" {
  command = plan

  variables {
    environments = { production = { users = ["ada", "grace"] } }
  }

  expect_failures = [var.environments]
}
