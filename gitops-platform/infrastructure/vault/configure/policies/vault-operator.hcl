# People of the platform team: they write secrets, look at the server's state, and correct vault-config itself.
path "secret/*" { capabilities = ["create", "read", "update", "patch", "delete", "list"] }
path "sys/health" { capabilities = ["read"] }
path "sys/storage/raft/*" { capabilities = ["read", "update", "delete", "list"] }
path "sys/audit" { capabilities = ["read", "sudo"] }
path "sys/auth" { capabilities = ["read"] }
path "sys/mounts" { capabilities = ["read"] }
path "sys/policies/acl" { capabilities = ["list"] }
path "sys/policies/acl/*" { capabilities = ["read"] }
path "sys/policies/acl/vault-config" { capabilities = ["create", "read", "update"] }
path "auth/kubernetes/role" { capabilities = ["list"] }
path "auth/kubernetes/role/*" { capabilities = ["read"] }
