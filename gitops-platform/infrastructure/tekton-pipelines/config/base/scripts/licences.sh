#!/bin/sh
# Licences of dependencies: what Trivy calls restricted or forbidden may not be shipped.
set -eu
. /scripts/lib.sh
mkdir -p "$REPORTS"
export TRIVY_CACHE_DIR="$CACHE/trivy-licences"
trivy filesystem --scanners license --severity HIGH,CRITICAL --no-progress \
  --format json --output "$REPORTS/licences.json" "$SOURCE/${SUBDIRECTORY:-.}"
trivy convert --severity HIGH,CRITICAL --format table --exit-code 1 "$REPORTS/licences.json" \
  || fail 'a dependency has a licence that may not be shipped; take another one, or allow it in trivy.yaml of the service'
