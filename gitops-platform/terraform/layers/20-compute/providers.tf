module "platform" {
  source = "../../modules/platform"

  environment = var.environment
}

provider "aws" {
  region              = module.platform.region
  allowed_account_ids = [module.platform.account_id]

  default_tags {
    tags = module.platform.tags
  }
}
