#!/usr/bin/env bash
# terraform/register-webhook.sh <environment>: tells GitHub to announce pushes to the Argo CD of that environment, so that
# it need not ask for them. Safe to run again: it changes the webhook that is there.
#
# Not Terraform's work on purpose: its state would hold the webhook's secret. The secret is read from the Kubernetes Secret
# argocd-webhook, which is made in the cluster and which Argo CD reads, and goes to GitHub without ever being an argument.
# bootstrap/install.sh --webhook does the same from the manifests.
#
# Needs kubectl with the cluster's context, and gh signed in with the right to administer the repository's webhooks.
set -euo pipefail
cd "$(dirname "$0")"

fail() {
  echo "register-webhook: $*" >&2
  exit 1
}

[ $# -eq 1 ] || fail 'usage: register-webhook.sh <environment>'
facts=envs/$1/platform.json
[ -f "$facts" ] || fail "there is no terraform/$facts"
for tool in jq kubectl gh; do
  command -v "$tool" > /dev/null || fail "$tool is not on PATH"
done

provider=$(jq --raw-output .features.gitProvider "$facts")
[ "$provider" = github ] ||
  fail "features.gitProvider is $provider: register https://webhooks.<domain>/api/webhook there by hand (infrastructure/argocd/README.md)"
domain=$(jq --raw-output '.cluster.domain // empty' "$facts")
[ -n "$domain" ] || fail "no cluster of platform.yaml names terraform: $1"
repository=$(jq --raw-output '.repository.url | capture("[:/](?<path>[^:/]+/[^/]+?)(\\.git)?$").path' "$facts")
url=https://webhooks.$domain/api/webhook

body=$(mktemp)
trap 'rm -f "$body"' EXIT
kubectl --namespace argocd get secret argocd-webhook --output json |
  jq --exit-status --arg url "$url" '
    (.data.secret // error("the Secret argocd-webhook has no key secret yet"))
    | { name: "web", active: true, events: ["push"],
        config: { url: $url, content_type: "json", insecure_ssl: "0", secret: @base64d } }' > "$body"

existing=$(gh api "repos/$repository/hooks" --paginate |
  jq --raw-output --arg url "$url" '.[] | select(.config.url == $url) | .id' | head -n 1)
if [ -n "$existing" ]; then
  gh api --method PATCH "repos/$repository/hooks/$existing" --input "$body" > /dev/null
  echo "Changed: $url of $repository"
else
  gh api --method POST "repos/$repository/hooks" --input "$body" > /dev/null
  echo "Registered: $url at $repository"
fi
