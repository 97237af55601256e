#!/bin/sh
# Vulnerabilities of the image that was built. It is pushed only if there are none.
set -eu
. /scripts/lib.sh
mkdir -p "$REPORTS" /tmp/image
export TRIVY_CACHE_DIR="$CACHE/trivy"
tar -xf "$IMAGE_FILE" -C /tmp/image
trivy image --input /tmp/image --severity "$SEVERITY" --ignore-unfixed --no-progress \
  --format json --output "$REPORTS/trivy-image.json"
trivy convert --severity "$SEVERITY" --format table --exit-code 1 "$REPORTS/trivy-image.json" \
  || fail 'the image has vulnerabilities that a newer version mends: raise the base image or the dependency. Nothing was pushed'
