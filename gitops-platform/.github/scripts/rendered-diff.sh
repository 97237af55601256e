#!/usr/bin/env bash
# rendered-diff.sh <base commit>: what a change does to the manifests on the clusters, as Markdown on stdout. Services are
# rendered with their chart and values, overlays are built; third-party charts are left to the values, whose difference
# Git shows anyway.
set -euo pipefail

base=$1
work=$(mktemp -d)
tree=$PWD
trap 'git -C "$tree" worktree remove --force "$work/tree" > /dev/null 2>&1 || true; rm -rf "$work"' EXIT
scripts=$(cd "$(dirname "$0")" && pwd)

render() {
  local out=$1 values service environment
  bash "$scripts/build-overlays.sh" "$out" >&2 || true
  while IFS= read -r -d '' values; do
    environment=$(cut -d/ -f2 <<< "$values")
    service=$(cut -d/ -f3 <<< "$values")
    # A service with a chart of its own is rendered in its own repository.
    grep --quiet 'path: charts/my-microservice' "applications/$environment/$service/application.yaml" || continue
    mkdir -p "$out/applications/$environment"
    helm template "$service" charts/my-microservice --namespace "$service-$environment" --values "$values" \
      > "$out/applications/$environment/$service.yaml" || echo "cannot be rendered: $values" >&2
  done < <(git ls-files -z 'applications/*/*/values.yaml')
}

git worktree add --quiet --detach "$work/tree" "$(git merge-base "$base" HEAD)"
render "$work/after"
(cd "$work/tree" && render "$work/before")
mkdir -p "$work/before" "$work/after"

cd "$work"
git diff --no-index --no-color --no-prefix --stat before after > changes.stat || true
git diff --no-index --no-color --no-prefix before after > changes.diff || true
echo '## What changes on the clusters'
echo
if [ ! -s changes.diff ]; then
  echo 'Nothing: every manifest comes out as before.'
  exit 0
fi
# A summary takes 1 MiB; tildes, because YAML may hold the other fence.
printf '~~~~\n%s\n~~~~\n\n<details><summary>Manifests</summary>\n\n~~~~diff\n' "$(cat changes.stat)"
head --bytes=600000 changes.diff
printf '\n~~~~\n\n</details>\n'
