#!/bin/sh
# Writes the login of the image's registry into $DOCKER_CONFIG/config.json. ECR gives it to the pod's own AWS role, for twelve
# hours; Docker Hub, Harbor, Quay and GitHub take the name and token in the Secret registry-credentials.
set -eu
. /scripts/lib.sh
host=${IMAGE%%/*}
case "$host" in
  *.dkr.ecr.*.amazonaws.com)
    region=${host#*.dkr.ecr.}
    REGISTRY_USERNAME=AWS
    REGISTRY_PASSWORD=$(aws ecr get-login-password --region "${region%.amazonaws.com}")
    ;;
  *.* | *:*) ;;
  # A name without a host is Docker Hub's.
  *) host=docker.io ;;
esac
if [ "$host" = docker.io ]; then
  key=https://index.docker.io/v1/
else
  key=$host
fi
[ -n "${REGISTRY_PASSWORD:-}" ] \
  || fail "there is no login for $host: write username and password to platform/tekton-pipelines/registry"
umask 077
mkdir -p "$DOCKER_CONFIG"
# By the environment and a pipe: neither is seen by other processes, as an argument would be.
printf '%s:%s' "$REGISTRY_USERNAME" "$REGISTRY_PASSWORD" | base64 | tr -d '\n' \
  | KEY=$key jq --raw-input --slurp '{ auths: { (env.KEY): { auth: . } } }' > "$DOCKER_CONFIG/config.json"
say "Logged in to $host"
