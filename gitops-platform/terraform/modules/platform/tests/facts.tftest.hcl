variables {
  directory = "./tests/fixtures/one"
}

run "hub" {
  command = plan

  variables {
    environment = "production"
  }

  assert {
    condition     = output.eks_name == "acme-production" && output.hub_eks_name == "acme-production" && output.cluster_role == "hub"
    error_message = "The cluster called in-cluster is the hub, and is named after organisation and environment."
  }

  assert {
    condition     = output.repository.owner == "acme" && output.repository.name == "gitops-platform"
    error_message = "Owner and name are read from an ssh address, too."
  }

  assert {
    condition     = output.ecr_prefixes == { dev = "acme", staging = "acme", production = "live" }
    error_message = "A registry in ECR gives its path as the prefix."
  }

  assert {
    condition     = contains(output.certificate_domains, "*.platform.acme.example") && contains(output.certificate_domains, "*.staging.acme.example")
    error_message = "The certificate covers the platform's hosts and those of every environment of the cluster."
  }

  assert {
    condition     = output.state_backend == "remote" && output.remote_states["20-compute"].workspaces.name == "acme-production-20-compute"
    error_message = "On HCP Terraform the states are workspaces."
  }
}

run "environment_without_a_cluster" {
  command = plan

  variables {
    environment = "staging"
  }

  assert {
    condition     = output.cluster_role == "none" && output.domain == null && length(output.certificate_domains) == 0 && length(output.service_environments) == 0
    error_message = "Where no cluster of platform.yaml names the environment, nothing but the cluster itself can be made."
  }

  assert {
    condition     = output.remote_states["00-network"].bucket == "acme-terraform-state-111122223333" && output.remote_states["00-network"].key == "envs/staging/00-network/terraform.tfstate"
    error_message = "In S3 the states lie under the root's path, where run.sh puts them."
  }
}

run "two_environments_with_one_range" {
  command = plan

  variables {
    directory = "./tests/fixtures/same-cidr"
  }

  expect_failures = [output.cidr]
}
