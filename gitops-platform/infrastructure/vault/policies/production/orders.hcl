# What orders may read in production. The Job vault-config refuses anything but reading below secret/…/production/orders/.
path "secret/data/production/orders/*" { capabilities = ["read"] }
path "secret/metadata/production/orders/*" { capabilities = ["read", "list"] }
