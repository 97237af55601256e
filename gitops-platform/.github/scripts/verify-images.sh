#!/usr/bin/env bash
# verify-images.sh <source|repository> <file>: verifies the signatures of the images that promote-image copies, where they
# are or where they go. A signature counts when a workflow of this organisation on GitHub made it.
set -euo pipefail

key=$1
file=$2
owner=${GITHUB_REPOSITORY%%/*}
# A name may hold dots, which an expression would take for any letter.
identity="^https://github\\.com/${owner//./\\.}/"
jq --raw-output --arg key "$key" '.[] | select(.[$key]) | "\(.[$key])@\(.digest)"' "$file" |
  while read -r image; do
    echo "$image"
    cosign verify "$image" \
      --certificate-oidc-issuer https://token.actions.githubusercontent.com \
      --certificate-identity-regexp "$identity" > /dev/null < /dev/null ||
      { echo "::error::$image has no signature of a workflow of $owner" >&2; exit 1; }
  done
