#!/usr/bin/env bash
# Writes a token for $REGISTRY into the Secret $SECRET, as a pull secret. The Job ecr-token-init and the CronJob
# ecr-token-refresher run it. The token is never an argument of a program and never printed.
set -euo pipefail
umask 077

readonly account=/var/run/secrets/kubernetes.io/serviceaccount
: "${REGISTRY:?}" "${SECRET:?}" "${NAMESPACE:?}"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The agent that hands out the identity can be a moment late on a new node.
for attempt in 1 2 3 4 5; do
  if aws ecr get-login-password >"$work/password"; then
    break
  fi
  if [ "$attempt" = 5 ]; then
    echo "ecr-token: AWS gives no token to this ServiceAccount; see docs/runbooks/ecr-token.md" >&2
    exit 1
  fi
  sleep $((attempt * 5))
done

auth=$({ printf 'AWS:'; cat "$work/password"; } | tr -d '\n' | base64 -w 0)
config=$(printf '{"auths":{"%s":{"auth":"%s"}}}' "$REGISTRY" "$auth" | base64 -w 0)
printf '{"data":{".dockerconfigjson":"%s"}}' "$config" >"$work/patch.json"
{
  printf 'header = "Authorization: Bearer '
  tr -d '\n' <"$account/token"
  printf '"\n'
} >"$work/curl.conf"

curl --config "$work/curl.conf" --silent --show-error --fail --output /dev/null \
  --retry 5 --retry-connrefused --max-time 30 \
  --cacert "$account/ca.crt" \
  --request PATCH --header 'Content-Type: application/merge-patch+json' --data "@$work/patch.json" \
  "https://kubernetes.default.svc/api/v1/namespaces/$NAMESPACE/secrets/$SECRET"

echo "ecr-token: $NAMESPACE/$SECRET holds a new token for $REGISTRY"
