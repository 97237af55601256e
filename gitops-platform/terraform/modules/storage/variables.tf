variable "eks_name" {
  description = "Name of the cluster; buckets are <eks_name>-<account>-<use>."
  type        = string
}

variable "account_id" {
  description = "The AWS account."
  type        = string
}

variable "buckets" {
  description = "Uses that need a bucket → days after which its objects go; 0 keeps them."
  type        = map(number)

  validation {
    condition     = alltrue([for use in keys(var.buckets) : contains(["loki", "tempo", "velero", "vault"], use)])
    error_message = "buckets knows the uses loki, tempo, velero and vault: the add-ons in Git name their buckets after them."
  }
}

variable "unseal_key" {
  description = "Whether Vault or OpenBao needs a key to unseal with."
  type        = bool
}

variable "cosign_key" {
  description = "Whether Tekton builds images here, and may sign them by a key."
  type        = bool
}

variable "vault_table" {
  description = "Whether Vault keeps its data in DynamoDB."
  type        = bool
}
