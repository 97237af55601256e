locals {
  # 169.254.169.254 answers with the node's own role. One hop is the node; a pod is two hops away and gets no answer.
  metadata_options = {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  block_device_mappings = {
    root = {
      device_name = "/dev/xvda"
      ebs = {
        volume_size           = var.node_disk_gigabytes
        volume_type           = "gp3"
        encrypted             = true
        delete_on_termination = true
      }
    }
  }

  node_groups = {
    addons    = var.addon_nodes
    workloads = var.workload_nodes
  }

  addons = {
    # Before the nodes: one that joins without a network stays NotReady, and its group never becomes active.
    vpc-cni = {
      before_compute = true
      configuration_values = jsonencode({
        # NetworkPolicy objects have no effect on EKS without it.
        enableNetworkPolicy = "true"
        env = {
          ENABLE_PREFIX_DELEGATION = "true"
          WARM_PREFIX_TARGET       = "1"
        }
      })
    }
    eks-pod-identity-agent = { before_compute = true }
    kube-proxy             = {}
    coredns = {
      configuration_values = jsonencode({
        autoScaling = { enabled = true, minReplicas = 2, maxReplicas = 10 }
      })
    }
    aws-ebs-csi-driver = {
      # Always by Pod Identity, whatever the add-ons in Git use: a role for IRSA would need the cluster that needs it.
      pod_identity_association = [{
        role_arn        = module.ebs_csi.iam_role_arn
        service_account = "ebs-csi-controller-sa"
      }]
      configuration_values = jsonencode({
        defaultStorageClass = { enabled = true }
      })
    }
    snapshot-controller = {}
  }
}

module "ebs_csi" {
  source  = "terraform-aws-modules/eks-pod-identity/aws"
  version = "2.8.1"

  name                      = "${var.name}-ebs-csi"
  use_name_prefix           = false
  policy_name_prefix        = "${var.name}-"
  attach_aws_ebs_csi_policy = true
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "21.19.0"

  name               = var.name
  kubernetes_version = var.kubernetes

  vpc_id                   = var.vpc_id
  subnet_ids               = var.private_subnet_ids
  control_plane_subnet_ids = var.control_plane_subnet_ids

  endpoint_private_access      = true
  endpoint_public_access       = length(var.api_allowed_cidrs) > 0
  endpoint_public_access_cidrs = var.api_allowed_cidrs

  deletion_protection = var.deletion_protection

  # Secrets are encrypted in etcd with a key of ours, which AWS turns every year.
  create_kms_key                  = true
  enable_kms_key_rotation         = true
  kms_key_deletion_window_in_days = 30
  encryption_config               = { resources = ["secrets"] }

  enabled_log_types                      = ["api", "audit", "authenticator"]
  cloudwatch_log_group_retention_in_days = var.log_retention_days

  # Entries of its own, and no exception for whoever ran Terraform first: else a second person's apply takes the first
  # one's rights away.
  authentication_mode                      = "API"
  enable_cluster_creator_admin_permissions = false
  access_entries = merge([
    for policy, people in {
      AmazonEKSClusterAdminPolicy = var.administrators
      AmazonEKSAdminViewPolicy    = var.viewers
      } : {
      for name, arn in people : name => {
        principal_arn = arn
        policy_associations = {
          cluster = {
            policy_arn   = "arn:aws:eks::aws:cluster-access-policy/${policy}"
            access_scope = { type = "cluster" }
          }
        }
      }
    }
  ]...)

  # The provider of IRSA is made in either case: it costs nothing, and the switch needs no second cluster.
  enable_irsa = true

  iam_role_name            = "${var.name}-cluster"
  iam_role_use_name_prefix = false

  node_security_group_tags = { "karpenter.sh/discovery" = var.name }

  # The version that AWS recommends for this Kubernetes, not the newest: an upgrade comes with `kubernetes`, or by hand.
  addons = { for name, addon in local.addons : name => merge({ most_recent = false }, addon) }

  eks_managed_node_groups = {
    for group, size in local.node_groups : group => {
      name            = "${var.name}-${group}"
      use_name_prefix = false

      ami_type       = "AL2023_x86_64_STANDARD"
      instance_types = size.instance_types
      min_size       = size.min
      max_size       = size.max
      desired_size   = size.min

      # Labelled and not tainted: the add-ons ask for these nodes, and still start elsewhere where all of them are full.
      labels = { "platform/nodes" = group }

      metadata_options      = local.metadata_options
      block_device_mappings = local.block_device_mappings
      node_repair_config    = { enabled = true }
      update_config         = { max_unavailable_percentage = 33 }

      iam_role_name            = "${var.name}-nodes-${group}"
      iam_role_use_name_prefix = false
      iam_role_additional_policies = {
        # A shell on a node without SSH, keys or an open port.
        ssm = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
      }
    }
  }
}
