mock_provider "aws" {}

run "whole_repository" {
  command = plan

  variables {
    roles = { open = { description = "any ref of one repository", subjects = ["repo:acme/gitops-platform:*"] } }
  }

  expect_failures = [var.roles]
}

run "whole_organisation" {
  command = plan

  variables {
    roles = { open = { description = "any repository", subjects = ["repo:acme/*:ref:refs/heads/main"] } }
  }

  expect_failures = [var.roles]
}

run "environment" {
  command = plan

  variables {
    roles = { production = { description = "one environment", subjects = ["repo:acme/gitops-platform:environment:production"] } }
  }

  assert {
    condition     = aws_iam_role.this["production"].max_session_duration == 3600
    error_message = "A session lasts an hour unless more is asked for."
  }
}
