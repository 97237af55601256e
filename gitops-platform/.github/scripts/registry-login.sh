#!/usr/bin/env bash
# Logs skopeo in to the registries in $HOSTS, without a key that anybody keeps: GitHub's with the token of this run,
# Amazon's with the identity that GitHub gives to it.
set -euo pipefail

amazon_identity() {
  if [ -z "${AWS_ROLE_ARN:-}" ]; then
    echo "::error::Set the repository variable PROMOTE_IMAGE_ROLE_ARN to the AWS role that may write to the registry" >&2
    return 1
  fi
  AWS_WEB_IDENTITY_TOKEN_FILE="$RUNNER_TEMP/aws-identity"
  export AWS_WEB_IDENTITY_TOKEN_FILE
  (
    umask 077
    curl --fail --silent --show-error --retry 3 \
      --header "Authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" \
      "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=sts.amazonaws.com" |
      jq --exit-status --raw-output .value > "$AWS_WEB_IDENTITY_TOKEN_FILE"
  )
}

for host in $HOSTS; do
  case "$host" in
    ghcr.io)
      printf '%s' "$GITHUB_TOKEN" | skopeo login --username "$GITHUB_ACTOR" --password-stdin "$host"
      ;;
    *.dkr.ecr.*.amazonaws.com)
      [ -n "${AWS_WEB_IDENTITY_TOKEN_FILE:-}" ] || amazon_identity
      region=${host#*.dkr.ecr.}
      region=${region%.amazonaws.com}
      aws ecr get-login-password --region "$region" | skopeo login --username AWS --password-stdin "$host"
      ;;
    *)
      echo "::error::There is no way to log in to $host: add one to .github/scripts/registry-login.sh" >&2
      exit 1
      ;;
  esac
done
