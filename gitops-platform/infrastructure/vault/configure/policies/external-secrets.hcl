# The operator reads for everybody; which path a namespace may name is a ValidatingAdmissionPolicy's matter
# (infrastructure/external-secrets/cluster/secret-paths.yaml).
path "secret/data/*" { capabilities = ["read"] }
path "secret/metadata/*" { capabilities = ["read", "list"] }
