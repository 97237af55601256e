# What the Job vault-config may do. Not listed: this policy and its role, so it cannot widen itself; and no secret.
path "sys/mounts" { capabilities = ["read"] }
path "sys/mounts/secret" { capabilities = ["create", "update"] }
path "sys/audit" { capabilities = ["read", "sudo"] }
path "sys/audit/file" { capabilities = ["create", "update", "sudo"] }
path "sys/audit/stdout" { capabilities = ["create", "update", "sudo"] }
path "sys/policies/acl" { capabilities = ["list"] }
path "sys/policies/acl/backstage" { capabilities = ["create", "read", "update"] }
path "sys/policies/acl/external-secrets" { capabilities = ["create", "read", "update"] }
path "sys/policies/acl/vault-backup" { capabilities = ["create", "read", "update"] }
path "sys/policies/acl/vault-operator" { capabilities = ["create", "read", "update"] }
path "sys/policies/acl/service-*" { capabilities = ["create", "read", "update", "delete"] }
path "auth/kubernetes/role" { capabilities = ["list"] }
path "auth/kubernetes/role/backstage" { capabilities = ["create", "read", "update"] }
path "auth/kubernetes/role/external-secrets" { capabilities = ["create", "read", "update"] }
path "auth/kubernetes/role/vault-backup" { capabilities = ["create", "read", "update"] }
path "auth/kubernetes/role/vault-operator" { capabilities = ["create", "read", "update"] }
path "auth/kubernetes/role/service-*" { capabilities = ["create", "read", "update", "delete"] }
