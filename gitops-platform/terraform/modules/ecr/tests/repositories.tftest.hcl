mock_provider "aws" {}

variables {
  prefixes = ["dev", "production"]
  services = ["orders", "welcome"]
  charts   = ["my-microservice"]
}

run "every_pair_and_every_chart" {
  command = plan

  assert {
    condition     = sort(keys(aws_ecr_repository.this)) == ["charts/my-microservice", "dev/orders", "dev/welcome", "production/orders", "production/welcome"]
    error_message = "There is a repository for each service in each registry, and for each chart."
  }

  assert {
    condition     = alltrue([for repository in aws_ecr_repository.this : repository.image_tag_mutability == "IMMUTABLE_WITH_EXCLUSION" && repository.image_scanning_configuration[0].scan_on_push])
    error_message = "Tags stay what they are, and images are scanned."
  }

  assert {
    condition     = jsondecode(aws_ecr_lifecycle_policy.this["dev/orders"].policy).rules[1].selection.countNumber == 30
    error_message = "The last thirty images stay."
  }
}

run "name_that_ecr_refuses" {
  command = plan

  variables {
    services = ["Orders"]
  }

  expect_failures = [var.services]
}
