module "platform" {
  source = "../../modules/platform"
}

# Signs in with GITHUB_TOKEN, or as the GitHub App of GITHUB_APP_ID, GITHUB_APP_INSTALLATION_ID and GITHUB_APP_PEM_FILE.
provider "github" {
  owner = module.platform.repository.owner
}

locals {
  organisation = module.platform.organisation
  role_arn     = "arn:aws:iam::${module.platform.account_id}:role"

  protection = merge(
    { for environment in concat(["global"], module.platform.terraform_environments) : environment => { teams = [], users = [], wait_minutes = 0 } },
    var.protection,
  )
}

module "repository" {
  source = "../../modules/github-repository"

  repository = module.platform.repository.name
  branch     = module.platform.repository.branch
  environments = {
    for environment, rules in local.protection : environment => {
      teams        = rules.teams
      users        = rules.users
      wait_minutes = rules.wait_minutes
      variables    = { TERRAFORM_ROLE_ARN = "${local.role_arn}/${local.organisation}-terraform-${environment}" }
    }
  }
  required_checks = var.required_checks
  approvals       = var.approvals
  review_team     = var.review_team
  bypass_app_id   = var.release_app_id
  variables = {
    TERRAFORM_PLAN_ROLE_ARN = "${local.role_arn}/${local.organisation}-terraform-plan"
    PROMOTE_IMAGE_ROLE_ARN  = "${local.role_arn}/${local.organisation}-promote"
    IMAGES_ROLE_ARN         = "${local.role_arn}/${local.organisation}-images"
    CHARTS_ROLE_ARN         = "${local.role_arn}/${local.organisation}-charts"
  }
}
