output "namespace" {
  description = "Where Argo CD is."
  value       = local.namespace
}

output "chart_version" {
  description = "The chart that is installed first."
  value       = local.helm ? local.chart.version : null
}

output "capability_url" {
  description = "Address of the Argo CD that AWS runs; null where it is the cluster's own."
  value       = try(module.capability.argocd_server_url, null)
}
