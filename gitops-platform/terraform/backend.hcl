# Where the states lie, for every root; each has a key of its own, which terraform/run.sh adds. The lock is an object beside
# the state: there is no table to pay for.
bucket       = "acme-terraform-state-111122223333" # platform: ${organisation}-terraform-state-${aws.accountId}
region       = "eu-central-1"                      # platform: ${aws.region}
encrypt      = true
use_lockfile = true
