output "bootstrap" {
  description = "What the layers above read, and people want to know."
  value = {
    # Where Argo CD answers once Traefik and its DNS record are there; null on a cluster without Argo CD.
    argocd_url = (
      module.platform.cluster_role != "hub" ? null :
      module.platform.features.argocd == "eks-capability" ? module.argocd.capability_url :
      "https://argocd.${module.platform.domain}"
    )
    # Where the Git server announces pushes: terraform/register-webhook.sh registers it.
    webhook_url = module.platform.cluster_role == "hub" ? "https://webhooks.${module.platform.domain}/api/webhook" : null
    # Annotations of the cluster's Secret, which add-ons read.
    hand_off = local.annotations
    # How to reach the cluster.
    kubeconfig = "aws eks update-kubeconfig --region ${module.platform.region} --name ${data.terraform_remote_state.compute.outputs.compute.eks_name}"
  }
}
