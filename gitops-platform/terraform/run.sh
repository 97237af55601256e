#!/usr/bin/env bash
# terraform/run.sh <root> <command> [arguments]: runs Terraform in one of the roots below terraform/, for people and
# workflows alike. It initialises the root with the state that platform.yaml chose.
#
#   terraform/run.sh envs/dev/00-network plan
#   TERRAFORM=tofu terraform/run.sh global/ecr apply
set -euo pipefail
cd "$(dirname "$0")"

terraform=${TERRAFORM:-terraform}

fail() {
  echo "run.sh: $*" >&2
  exit 1
}

[ $# -ge 2 ] || fail 'usage: run.sh <root> <command> [arguments], for example: run.sh envs/dev/00-network plan'
root=${1%/}
command=$2
shift 2
case "$root" in
  *..*) fail "a root lies below terraform/, and '$root' does not" ;;
  global/* | envs/*/*) ;;
  *) fail "there is no root '$root': take one of global/* or envs/<environment>/<layer>" ;;
esac
[ -f "$root/main.tf" ] || fail "there is no main.tf in terraform/$root"
command -v jq > /dev/null || fail 'jq is not on PATH'
command -v "$terraform" > /dev/null || fail "$terraform is not on PATH; set TERRAFORM=tofu to use OpenTofu"

# One file stands for all: `platform render` writes the same into each.
facts=(envs/*/platform.json)
state=$(jq --exit-status --raw-output .state "${facts[0]}")
organisation=$(jq --exit-status --raw-output .organisation "${facts[0]}")

override="$root/backend_override.tf"
init=(-input=false)
# Committed once by `terraform providers lock`; from then on nobody gets another provider unnoticed.
[ ! -f "$root/.terraform.lock.hcl" ] || [ "${LOCK:-readonly}" != readonly ] || init+=(-lockfile=readonly)
case "$state" in
  s3)
    rm -f "$override"
    init+=(-backend-config="$PWD/backend.hcl" -backend-config="key=$root/terraform.tfstate")
    ;;
  hcp)
    # Not committed: what Terraform finds in an override file takes the place of the block in backend.tf.
    workspace=$organisation-${root#envs/}
    cat > "$override" << EOF
terraform {
  cloud {
    organization = "$organisation"
    workspaces {
      name = "${workspace//\//-}"
    }
  }
}
EOF
    ;;
  *) fail "terraform.state is '$state'; expected s3 or hcp" ;;
esac

"$terraform" -chdir="$root" init "${init[@]}" > /dev/null ||
  fail "init of $root failed: is the state's bucket there (terraform/README.md, First time), and are you signed in to AWS?"
[ "$command" = init ] || exec "$terraform" -chdir="$root" "$command" "$@"
