# What welcome may read in dev. The Job vault-config refuses anything but reading below secret/…/dev/welcome/.
path "secret/data/dev/welcome/*" { capabilities = ["read"] }
path "secret/metadata/dev/welcome/*" { capabilities = ["read", "list"] }
