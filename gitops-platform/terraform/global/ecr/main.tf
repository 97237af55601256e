module "platform" {
  source = "../../modules/platform"
}

provider "aws" {
  region              = module.platform.region
  allowed_account_ids = [module.platform.account_id]

  default_tags {
    tags = merge(module.platform.tags, { environment = "global" })
  }
}

locals {
  tree = "${path.root}/../../.."
  # Service → name of its repository. The portal's wizard adds to it: a line each, sorted.
  service_repositories = jsondecode(file("${path.root}/services.json"))
  services             = keys(local.service_repositories)
  # Whatever has a Dockerfile below workloads/ is an image: workloads/ccore-ai/api/Dockerfile is ccore-ai-api.
  workloads = [
    for file in fileset("${local.tree}/workloads", "**/Dockerfile") : replace(dirname(file), "/", "-")
    if !strcontains(file, "node_modules")
  ]
  charts = [for file in fileset("${local.tree}/charts", "*/Chart.yaml") : dirname(file)]

  owner      = module.platform.repository.owner
  repository = "${local.owner}/${module.platform.repository.name}"
  prefixes   = module.platform.ecr_prefixes
  # Where CI pushes to: the registry of the environments that it writes.
  build_prefix   = local.prefixes[var.build_environment]
  build_images   = [for name in concat(local.services, local.workloads) : "${local.build_prefix}/${name}"]
  promote_images = [for name in keys(module.ecr.repository_arns) : name if !startswith(name, "${local.build_prefix}/") && !startswith(name, "charts/")]

  read_actions = [
    "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:DescribeImages", "ecr:DescribeRepositories",
    "ecr:GetDownloadUrlForLayer", "ecr:ListImages", "ecr:ListTagsForResource",
  ]
  write_actions = ["ecr:CompleteLayerUpload", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"]
  login         = { Effect = "Allow", Action = ["ecr:GetAuthorizationToken"], Resource = ["*"] }
  push = {
    for name, arn in module.ecr.repository_arns : name => jsonencode({
      Version = "2012-10-17"
      Statement = [
        local.login,
        { Effect = "Allow", Action = concat(local.read_actions, local.write_actions), Resource = [arn] },
      ]
    })
  }

  own_roles = {
    "${module.platform.organisation}-images" = {
      description = "ci-build-deploy and build-images of ${local.repository} push the example workloads"
      subjects = [
        "repo:${local.repository}:ref:refs/heads/${module.platform.repository.branch}",
        "repo:${local.repository}:ref:refs/tags/v*",
      ]
      policy = jsonencode({
        Version = "2012-10-17"
        Statement = [local.login, {
          Effect   = "Allow"
          Action   = concat(local.read_actions, local.write_actions)
          Resource = [for name in local.build_images : module.ecr.repository_arns[name]]
        }]
      })
    }
    "${module.platform.organisation}-charts" = {
      description = "chart-publish of ${local.repository} pushes charts"
      subjects    = ["repo:${local.repository}:ref:refs/heads/${module.platform.repository.branch}"]
      policy = jsonencode({
        Version = "2012-10-17"
        Statement = [local.login, {
          Effect   = "Allow"
          Action   = concat(local.read_actions, local.write_actions)
          Resource = [for name in local.charts : module.ecr.repository_arns["charts/${name}"]]
        }]
      })
    }
    # Before the merge, and so by a branch that anybody with write access pushed: it may add images to the registries of
    # later environments, whose tags nobody can move, and nothing else. What runs is what is merged.
    "${module.platform.organisation}-promote" = {
      description = "promote-image of ${local.repository} copies images between environments"
      subjects = [
        "repo:${local.repository}:pull_request",
        "repo:${local.repository}:ref:refs/heads/gh-readonly-queue/*",
      ]
      policy = jsonencode({
        Version = "2012-10-17"
        Statement = concat([
          local.login,
          { Effect = "Allow", Action = local.read_actions, Resource = values(module.ecr.repository_arns) },
          ], [
          for statement in [{ Effect = "Allow", Action = local.write_actions, Resource = [for name in local.promote_images : module.ecr.repository_arns[name]] }] :
          statement if length(local.promote_images) > 0
        ])
      })
    }
  }

  # A service's own CI pushes its own image, from its own main branch.
  service_roles = {
    for service, repository in local.service_repositories : "${module.platform.organisation}-images-${service}" => {
      description = "CI of ${service} pushes its image"
      subjects    = ["repo:${local.owner}/${repository}:ref:refs/heads/main"]
      policy      = local.push["${local.build_prefix}/${service}"]
    }
  }
}

module "ecr" {
  source = "../../modules/ecr"

  prefixes = distinct(values(local.prefixes))
  services = concat(local.services, local.workloads)
  charts   = local.charts
}

module "github_oidc" {
  source = "../../modules/github-oidc"

  roles = merge(local.own_roles, local.service_roles, local.terraform_roles)
}
