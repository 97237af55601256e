#!/usr/bin/env bash
# build-overlays.sh [<folder>]: builds every Kustomize overlay that Argo CD reads. With a folder, what comes out is kept in
# it, a file each.
set -euo pipefail

out=${1:-}
fail=0
while IFS= read -r -d '' file; do
  folder=$(dirname "$file")
  # A Component is no overlay: it is built as a part of one.
  ! grep --quiet '^kind: Component' "$file" || continue
  target=/dev/null
  if [ -n "$out" ]; then
    mkdir -p "$out/$folder"
    target=$out/$folder/manifests.yaml
  fi
  if ! kustomize build "$folder" > "$target"; then
    echo "::error file=$file::cannot be built"
    fail=1
  fi
done < <(git ls-files -z 'clusters/**/kustomization.yaml' 'workloads/**/overlays/*/kustomization.yaml' 'infrastructure/*/config/base/kustomization.yaml')
exit "$fail"
