# What the workflow `terraform` may do. Its plans are read-only and open to pull requests; each apply needs the GitHub
# environment of its own name, which only the main branch and its reviewers give.
locals {
  organisation = module.platform.organisation
  state_arn    = "arn:aws:s3:::${module.platform.state_bucket}"
  iam_arn      = "arn:aws:iam::${module.platform.account_id}"

  own_prefix = merge(
    { global = "${local.organisation}-" },
    { for environment in module.platform.terraform_environments : environment => "${local.organisation}-${environment}-" },
  )

  use_state = [
    { Effect = "Allow", Action = ["s3:ListBucket"], Resource = [local.state_arn] },
    # The key is named by its alias, because global/state may lie in another run.
    {
      Effect    = "Allow"
      Action    = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:DescribeKey"]
      Resource  = ["arn:aws:kms:${module.platform.region}:${module.platform.account_id}:key/*"]
      Condition = { "ForAnyValue:StringEquals" = { "kms:ResourceAliases" = ["alias/${local.organisation}-terraform-state"] } }
    },
  ]

  plan_policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(local.use_state, [
      { Effect = "Allow", Action = ["s3:GetObject"], Resource = ["${local.state_arn}/*"] },
      # ReadOnlyAccess would read backups, logs and traces as well: a plan wants their buckets' settings alone.
      { Effect = "Deny", Action = ["s3:GetObject*"], NotResource = ["${local.state_arn}/*"] },
      { Effect = "Deny", Action = ["secretsmanager:GetSecretValue", "ssm:GetParameter*", "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Scan", "dynamodb:Query"], Resource = ["*"] },
    ])
  })

  # PowerUserAccess, without which no cluster can be made, and of IAM what begins with the cluster's name. Environments of one
  # account are kept apart by that as far as their runs go wrong, not as far as somebody means harm: who makes roles can make
  # a mighty one. Where that matters, production has an account of its own (terraform/README.md).
  apply_policy = {
    for environment in concat(["global"], module.platform.terraform_environments) : environment => jsonencode({
      Version = "2012-10-17"
      Statement = concat(local.use_state, [
        {
          Effect   = "Allow"
          Action   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
          Resource = ["${local.state_arn}/${environment == "global" ? "global" : "envs/${environment}"}/*"]
        },
        {
          Effect   = "Allow"
          Action   = ["iam:Get*", "iam:List*"]
          Resource = ["*"]
        },
        {
          Effect = "Allow"
          Action = [
            "iam:*Role", "iam:*RolePolicy", "iam:*RolePermissionsBoundary", "iam:UpdateAssumeRolePolicy", "iam:UpdateRoleDescription",
            "iam:*Policy", "iam:*PolicyVersion", "iam:*InstanceProfile", "iam:*OpenIDConnectProvider*",
          ]
          Resource = concat(
            [for kind in ["role", "policy", "instance-profile"] : "${local.iam_arn}:${kind}/${local.own_prefix[environment]}*"],
            ["${local.iam_arn}:oidc-provider/*"],
          )
        },
        {
          Effect   = "Allow"
          Action   = ["iam:CreateServiceLinkedRole"]
          Resource = ["${local.iam_arn}:role/aws-service-role/*"]
        },
        ], [
        for statement in [
          # The roles that GitHub takes.
          {
            Effect = "Deny"
            Action = ["iam:Add*", "iam:Attach*", "iam:Create*", "iam:Delete*", "iam:Detach*", "iam:Put*", "iam:Remove*", "iam:Tag*", "iam:Untag*", "iam:Update*", "iam:PassRole"]
            Resource = concat(
              [for role in ["terraform", "images", "charts", "promote"] : "${local.iam_arn}:role/${local.organisation}-${role}*"],
              ["${local.iam_arn}:oidc-provider/token.actions.githubusercontent.com"],
            )
          },
          # The states of others.
          {
            Effect   = "Deny"
            Action   = ["s3:PutObject*", "s3:DeleteObject*"]
            Resource = concat(["${local.state_arn}/global/*"], [for other in module.platform.terraform_environments : "${local.state_arn}/envs/${other}/*" if other != environment])
          },
        ] : statement if environment != "global"
      ])
    })
  }

  terraform_roles = merge(
    {
      "${local.organisation}-terraform-plan" = {
        description = "Plans of ${local.repository}"
        subjects    = ["repo:${local.repository}:pull_request", "repo:${local.repository}:ref:refs/heads/${module.platform.repository.branch}"]
        policy      = local.plan_policy
        policy_arns = { read = "arn:aws:iam::aws:policy/ReadOnlyAccess" }
      }
    },
    {
      for environment in concat(["global"], module.platform.terraform_environments) : "${local.organisation}-terraform-${environment}" => {
        description       = "Applies ${environment} of ${local.repository}"
        subjects          = ["repo:${local.repository}:environment:${environment}"]
        policy            = local.apply_policy[environment]
        policy_arns       = { power = "arn:aws:iam::aws:policy/PowerUserAccess" }
        max_session_hours = 2
      }
    },
  )
}
