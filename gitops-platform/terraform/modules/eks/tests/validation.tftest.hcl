mock_provider "aws" {}
mock_provider "tls" {}
mock_provider "time" {}

variables {
  name                     = "acme-dev"
  kubernetes               = "1.35"
  vpc_id                   = "vpc-1"
  private_subnet_ids       = ["subnet-1", "subnet-2"]
  control_plane_subnet_ids = ["subnet-3", "subnet-4"]
  addon_nodes              = { instance_types = ["t3.small"], min = 2, max = 4 }
  workload_nodes           = { instance_types = ["t3.large"], min = 2, max = 6 }
  administrators           = { terraform = "arn:aws:iam::111122223333:role/acme-terraform-dev" }
}

run "single_addon_node" {
  command = plan

  variables {
    addon_nodes = { instance_types = ["t3.small"], min = 1, max = 4 }
  }

  expect_failures = [var.addon_nodes]
}

run "single_workload_node" {
  command = plan

  variables {
    workload_nodes = { instance_types = ["t3.large"], min = 1, max = 4 }
  }

  expect_failures = [var.workload_nodes]
}

run "nobody_administers" {
  command = plan

  variables {
    administrators = {}
  }

  expect_failures = [var.administrators]
}

run "private_range_for_the_public_api" {
  command = plan

  variables {
    api_allowed_cidrs = ["10.0.0.0/8"]
  }

  expect_failures = [var.api_allowed_cidrs]
}
