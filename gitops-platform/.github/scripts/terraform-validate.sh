#!/usr/bin/env bash
# Validates every root of terraform/, without its state, and runs the tests of every module that has some.
set -euo pipefail

[ -z "${TF_PLUGIN_CACHE_DIR:-}" ] || mkdir -p "$TF_PLUGIN_CACHE_DIR"
fail=0
in_folder() {
  echo "::group::$1: $2"
  terraform -chdir="$1" init -backend=false -input=false -no-color > /dev/null &&
    terraform -chdir="$1" "$2" -no-color ||
    fail=1
  echo '::endgroup::'
}
for root in terraform/global/* terraform/envs/*/*/; do
  in_folder "${root%/}" validate
done
for tests in terraform/modules/*/tests; do
  in_folder "$(dirname "$tests")" test
done
exit "$fail"
