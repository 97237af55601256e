# The only place that knows what platform.json looks like. It has no provider, so `terraform test` needs no account.
locals {
  directory = coalesce(var.directory, "${path.module}/../../envs")
  all = {
    for file in fileset(local.directory, "*/platform.json") :
    dirname(file) => jsondecode(file("${local.directory}/${file}"))
  }
  environment = coalesce(var.environment, sort(keys(local.all))[0])
  this        = local.all[local.environment]
  cluster     = try(local.this.cluster, null)

  eks_name     = "${local.this.organisation}-${local.environment}"
  hub_eks_name = try("${local.this.organisation}-${local.this.hub}", null)
  role         = local.cluster == null ? "none" : local.cluster.name == "in-cluster" ? "hub" : "spoke"

  # Services whose pods run on this cluster: what its secrets and certificates have to cover.
  service_environments = [
    for item in local.this.environments : item
    if local.cluster != null && item.cluster == try(local.cluster.name, null)
  ]

  # https://github.com/acme/gitops-platform.git, git@github.com:acme/gitops-platform.git
  repository_path = split("/", trimsuffix(regex("[:/]([^:/]+/[^/]+)$", local.this.repository.url)[0], ".git"))

  ecr_registry = "^[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com/(.+)$"
  registries = {
    for item in local.this.environments :
    item.name => try(item.registry, local.this.registry)
  }
  # A registry in ECR says by its path below which prefix its images lie. Where images lie elsewhere, the repositories
  # are made all the same, under the environment's name, for the day that somebody moves there.
  ecr_prefixes = {
    for name, registry in local.registries :
    name => try(regex(local.ecr_registry, registry)[0], name)
  }
}
