# What orders may read in staging. The Job vault-config refuses anything but reading below secret/…/staging/orders/.
path "secret/data/staging/orders/*" { capabilities = ["read"] }
path "secret/metadata/staging/orders/*" { capabilities = ["read", "list"] }
