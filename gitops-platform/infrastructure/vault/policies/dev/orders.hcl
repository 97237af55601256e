# What orders may read in dev. The Job vault-config refuses anything but reading below secret/…/dev/orders/.
path "secret/data/dev/orders/*" { capabilities = ["read"] }
path "secret/metadata/dev/orders/*" { capabilities = ["read", "list"] }
