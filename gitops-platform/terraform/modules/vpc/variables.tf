variable "name" {
  description = "Name of the VPC, and of the EKS cluster that lives in it: subnets are tagged with it so that load balancers and Karpenter find them."
  type        = string
}

variable "cidr" {
  description = "Address range of the VPC."
  type        = string

  validation {
    condition     = can(cidrhost(var.cidr, 0)) && tonumber(try(split("/", var.cidr)[1], 32)) <= 18 && tonumber(try(split("/", var.cidr)[1], 0)) >= 16
    error_message = "cidr must be an IPv4 range from /16 to /18: each pod takes an address of a private subnet, and a smaller range runs out of them."
  }
}

variable "zones" {
  description = "Availability zones. Argo CD's Redis wants three nodes apart, and Vault's Raft an odd number: three zones serve both."
  type        = list(string)

  validation {
    condition     = length(distinct(var.zones)) == length(var.zones) && length(var.zones) >= 2 && length(var.zones) <= 3
    error_message = "zones must be two or three different availability zones: EKS refuses fewer, and the subnets are laid out for three."
  }
}

variable "nat_gateways" {
  description = "single: one for all zones, cheaper by about 32 USD a month and zone, and gone with its zone. per-zone: one in each."
  type        = string

  validation {
    condition     = contains(["single", "per-zone"], var.nat_gateways)
    error_message = "nat_gateways must be single or per-zone."
  }
}

variable "flow_log_retention_days" {
  description = "How long CloudWatch keeps the record of refused connections; 0 switches the record off."
  type        = number
  default     = 30
}
