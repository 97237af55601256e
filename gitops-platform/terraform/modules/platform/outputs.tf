output "environment" {
  description = "The environment of terraform/envs."
  value       = local.environment
}

output "terraform_environments" {
  description = "Every environment of terraform/envs."
  value       = sort(keys(local.all))
}

output "organisation" {
  description = "Owner of the repositories; every name in AWS begins with it."
  value       = local.this.organisation

  precondition {
    condition     = length(distinct([for facts in local.all : facts.organisation])) == 1
    error_message = "The files platform.json name different organisations. Run `platform render` and commit what it writes."
  }
}

output "account_id" {
  description = "The AWS account that the providers may touch, and no other."
  value       = local.this.accountId

  precondition {
    condition     = can(regex("^[0-9]{12}$", local.this.accountId))
    error_message = "aws.accountId of platform.yaml must be the twelve digits of an AWS account, in quotes."
  }
}

output "region" {
  description = "The AWS region."
  value       = local.this.region
}

output "repository" {
  description = "This repository: url, branch, owner and name."
  value = {
    url    = local.this.repository.url
    branch = local.this.repository.branch
    owner  = local.repository_path[0]
    name   = local.repository_path[1]
  }
}

output "contact" {
  description = "The platform team's mail address."
  value       = local.this.contact
}

output "eks_name" {
  description = "Name of the cluster: <organisation>-<environment>. Names of roles, aliases and buckets begin with it."
  value       = local.eks_name

  precondition {
    condition     = length(local.eks_name) <= 32
    error_message = "The cluster's name is longer than 32 characters, and names of load balancers and roles that begin with it would be too long for AWS. Shorten the organisation or the environment."
  }
}

output "hub_eks_name" {
  description = "Name of the cluster that Argo CD runs in; null where Terraform does not make it."
  value       = local.hub_eks_name
}

output "cluster_role" {
  description = "hub: Argo CD runs here. spoke: it deploys here from elsewhere. none: no cluster of platform.yaml names this environment."
  value       = local.role
}

output "cluster_name" {
  description = "The cluster's name in Argo CD; null where platform.yaml names none."
  value       = try(local.cluster.name, null)
}

output "profile" {
  description = "The cluster's size: local, dev, staging or production."
  value       = try(local.cluster.profile, local.environment)
}

output "domain" {
  description = "The domain of the platform's own hosts; null where platform.yaml names no cluster."
  value       = try(local.cluster.domain, null)
}

output "certificate_arn" {
  description = "An ACM certificate that is there already; null where Terraform makes it."
  value       = try(local.cluster.certificateArn, null)
}

output "certificate_domains" {
  description = "What the certificate of the load balancer must cover: each domain of the cluster and of its environments, and what is one label below."
  value = flatten([
    for domain in distinct(compact(concat([try(local.cluster.domain, "")], [for item in local.service_environments : item.domain]))) :
    [domain, "*.${domain}"]
  ])
}

output "service_environments" {
  description = "Names of the environments whose services run on this cluster."
  value       = [for item in local.service_environments : item.name]
}

output "cidr" {
  description = "Address range of the VPC."
  value       = local.this.cidr

  precondition {
    condition     = length(distinct([for facts in local.all : facts.cidr])) == length(local.all)
    error_message = "Two environments have the same cidr: they could never be connected. Give each one of its own in platform.yaml."
  }
}

output "nat_gateways" {
  description = "single, or per-zone."
  value       = local.this.natGateways
}

output "kubernetes" {
  description = "Minor version of Kubernetes."
  value       = local.this.kubernetes
}

output "addon_nodes" {
  description = "Nodes of the platform's own workloads."
  value = {
    instance_types = local.this.addonNodes.instanceTypes
    min            = local.this.addonNodes.min
    max            = local.this.addonNodes.max
  }
}

output "workload_nodes" {
  description = "Nodes of the services."
  value = {
    instance_types = local.this.workloadNodes.instanceTypes
    min            = local.this.workloadNodes.min
    max            = local.this.workloadNodes.max
  }
}

output "features" {
  description = "The switches of platform.yaml."
  value       = local.this.features
}

output "ecr_prefixes" {
  description = "Environment → the path below the ECR registry that its images have."
  value       = local.ecr_prefixes
}

output "state_backend" {
  description = "Backend of terraform_remote_state."
  value       = local.this.state == "hcp" ? "remote" : "s3"
}

output "state_bucket" {
  description = "Name of the bucket that holds the states, where they lie in S3."
  value       = "${local.this.organisation}-terraform-state-${local.this.accountId}"
}

output "remote_states" {
  description = "Layer → config of terraform_remote_state, for the layers of this environment that others read."
  # The two shapes have different keys, which one conditional may not have: hence the way through JSON.
  value = {
    for layer in ["00-network", "10-data", "20-compute"] : layer => jsondecode(local.this.state == "hcp" ? jsonencode({
      organization = local.this.organisation
      workspaces   = { name = "${local.this.organisation}-${local.environment}-${layer}" }
      }) : jsonencode({
      bucket = "${local.this.organisation}-terraform-state-${local.this.accountId}"
      region = local.this.region
      key    = "envs/${local.environment}/${layer}/terraform.tfstate"
    }))
  }
}

output "tags" {
  description = "Put on everything in AWS."
  value = {
    organisation = local.this.organisation
    environment  = local.environment
    managed-by   = "terraform"
    repository   = join("/", local.repository_path)
  }
}
