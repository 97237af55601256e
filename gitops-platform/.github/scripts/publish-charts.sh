#!/usr/bin/env bash
# Pushes every chart of charts/ to oci://<registry>/charts and signs it, unless that version is there. In ECR the charts
# lie beside the environments' prefixes, at the registry's root.
set -euo pipefail

host=${REGISTRY%%/*}
case "$host" in
  *.dkr.ecr.*)
    target=$host/charts
    aws ecr get-login-password | helm registry login "$host" --username AWS --password-stdin
    aws ecr get-login-password | cosign login "$host" --username AWS --password-stdin
    ;;
  *)
    target=$REGISTRY/charts
    printf '%s' "$GITHUB_TOKEN" | helm registry login "$host" --username "$GITHUB_ACTOR" --password-stdin
    printf '%s' "$GITHUB_TOKEN" | cosign login "$host" --username "$GITHUB_ACTOR" --password-stdin
    ;;
esac

packages=$(mktemp -d)
for file in charts/*/Chart.yaml; do
  name=$(yq '.name' "$file")
  version=$(yq '.version' "$file")
  if helm show chart "oci://$target/$name" --version "$version" > /dev/null 2>&1; then
    echo "$name $version is there"
    continue
  fi
  helm package "$(dirname "$file")" --destination "$packages"
  pushed=$(helm push "$packages/$name-$version.tgz" "oci://$target" 2>&1)
  echo "$pushed"
  digest=$(grep --only-matching --extended-regexp 'sha256:[0-9a-f]{64}' <<< "$pushed" | head -n 1)
  cosign sign --yes "$target/$name@$digest"
done
