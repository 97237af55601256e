variables {
  eks_name   = "acme-production"
  account_id = "111122223333"
  region     = "eu-central-1"
  features = {
    argocd          = "self-managed"
    secrets         = "vault"
    vaultStorage    = "raft"
    secretsDelivery = "both"
    tls             = "load-balancer"
    dns             = "cloudflare"
    ci              = "both"
    imageUpdater    = false
    logs            = true
    traces          = true
    backup          = "velero"
  }
  service_environments = ["production"]
  services             = ["orders"]
  ecr_prefixes         = { dev = "dev", production = "production" }
  unseal_key_arn       = "arn:aws:kms:eu-central-1:111122223333:key/unseal"
  cosign_key_arn       = "arn:aws:kms:eu-central-1:111122223333:key/cosign"
  data_key_arn         = "arn:aws:kms:eu-central-1:111122223333:key/data"
}

run "default_features" {
  command = plan

  assert {
    condition = sort(keys(output.identities)) == sort([
      "argocd", "aws-load-balancer-controller", "external-secrets", "loki", "orders-production", "tekton-pipelines", "tempo", "vault", "vault-backup", "vault-init", "velero",
    ])
    error_message = "A switch that is off leaves no role behind, and Cloudflare needs none."
  }

  assert {
    condition     = !strcontains(output.identities["external-secrets"].policy, ":staging/*") && strcontains(output.identities["external-secrets"].policy, ":production/*")
    error_message = "Secrets of an environment that does not run on the cluster are out of reach."
  }

  assert {
    condition     = strcontains(output.identities["orders-production"].policy, "secret:production/orders/*") && !strcontains(output.identities["orders-production"].policy, "secret:production/*")
    error_message = "A service reads its own secrets and no others."
  }

  assert {
    condition     = !strcontains(output.identities["vault"].policy, "dynamodb")
    error_message = "Raft needs no table."
  }

  assert {
    condition     = output.identities["aws-load-balancer-controller"].policy == null && output.identities["argocd"].policy == null
    error_message = "AWS publishes the controller's policy, and Argo CD needs none."
  }
}

run "pipelines" {
  command = plan

  assert {
    condition = (
      output.identities["tekton-pipelines"].namespace == "ci" &&
      output.identities["tekton-pipelines"].service_accounts == ["ci-build"] &&
      strcontains(output.identities["tekton-pipelines"].policy, "repository/production/*") &&
      !strcontains(output.identities["tekton-pipelines"].policy, "repository/dev/*")
    )
    error_message = "Builds push to the registries of their own cluster's environments."
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(output.identities["tekton-pipelines"].policy).Statement :
      statement.Resource == [var.cosign_key_arn] if statement.Sid == "SignImages"
    ])
    error_message = "Builds sign with their own key."
  }
}

run "pipelines_without_ecr" {
  command = plan

  variables {
    ecr_prefixes = {}
  }

  assert {
    condition     = [for statement in jsondecode(output.identities["tekton-pipelines"].policy).Statement : statement.Sid] == ["SignImages"]
    error_message = "Images that are pushed elsewhere are signed all the same."
  }
}

run "recovery_keys" {
  command = plan

  assert {
    condition = (
      strcontains(output.identities["vault-init"].policy, "secret:acme-production/vault/init-*") &&
      !anytrue([for name, identity in output.identities : strcontains(coalesce(identity.policy, "-"), "/vault/init") if name != "vault-init"])
    )
    error_message = "The Job that initialises Vault keeps its recovery keys, and nobody else reads them."
  }
}

run "dynamodb" {
  command = plan

  variables {
    features = {
      argocd          = "eks-capability"
      secrets         = "vault"
      vaultStorage    = "dynamodb-s3"
      secretsDelivery = "external-secrets"
      tls             = "cert-manager"
      dns             = "route53"
      ci              = "github-actions"
      imageUpdater    = true
      logs            = false
      traces          = false
      backup          = "none"
    }
    hosted_zone_arns = ["arn:aws:route53:::hostedzone/Z1"]
  }

  assert {
    condition     = sort(keys(output.identities)) == sort(["aws-load-balancer-controller", "cert-manager", "external-dns", "external-secrets", "image-updater", "vault", "vault-backup", "vault-init"])
    error_message = "Each switch brings its own role."
  }

  assert {
    condition     = strcontains(output.identities["vault"].policy, "table/acme-production-vault") && strcontains(output.identities["vault-backup"].policy, "acme-production-111122223333-vault")
    error_message = "Vault's table and bucket are the ones that the add-on names."
  }
}

run "route53_without_a_zone" {
  command = plan

  variables {
    features = {
      argocd          = "self-managed"
      secrets         = "openbao"
      vaultStorage    = "raft"
      secretsDelivery = "both"
      tls             = "load-balancer"
      dns             = "route53"
      ci              = "both"
      imageUpdater    = false
      logs            = true
      traces          = true
      backup          = "velero"
    }
  }

  expect_failures = [output.identities]
}

run "name_too_long" {
  command = plan

  variables {
    services = ["a-service-whose-name-somebody-made-far-too-long"]
  }

  expect_failures = [output.identities]
}
