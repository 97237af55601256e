# The portal: names, versions, ages and names of keys. It cannot read a value, and nothing of the platform's own.
path "secret/metadata/*" { capabilities = ["read", "list"] }
path "secret/subkeys/*" { capabilities = ["read"] }
path "secret/metadata/platform/*" { capabilities = ["deny"] }
path "secret/subkeys/platform/*" { capabilities = ["deny"] }
