# What welcome may read in production. The Job vault-config refuses anything but reading below secret/…/production/welcome/.
path "secret/data/production/welcome/*" { capabilities = ["read"] }
path "secret/metadata/production/welcome/*" { capabilities = ["read", "list"] }
