mock_provider "aws" {}

variables {
  name         = "acme-dev"
  cidr         = "10.10.0.0/16"
  zones        = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
  nat_gateways = "single"
}

run "layout" {
  command = plan

  assert {
    condition     = output.private_subnet_cidrs == ["10.10.0.0/20", "10.10.16.0/20", "10.10.32.0/20"]
    error_message = "Each zone has a /20 for nodes and pods."
  }
}

run "range_too_small" {
  command = plan

  variables {
    cidr = "10.10.0.0/24"
  }

  expect_failures = [var.cidr]
}

run "one_zone" {
  command = plan

  variables {
    zones = ["eu-central-1a"]
  }

  expect_failures = [var.zones]
}

run "unknown_layout_of_gateways" {
  command = plan

  variables {
    nat_gateways = "none"
  }

  expect_failures = [var.nat_gateways]
}
