#!/usr/bin/env bash
# install-tools.sh <folder> <name>...: builds command-line tools of pinned versions into a folder; what is there is left.
set -euo pipefail

# Go does not install a module that replaces or excludes another one: these are built where their own go.mod stands, which
# then decides; a go.work beside it names what a download leaves out. Each: the module and its version, the package below
# it, and what else go build is told.
within_module() {
  case "$1" in
    argocd) echo github.com/argoproj/argo-cd/v3@v3.4.4 ./cmd ;;
    helm-unittest) echo github.com/helm-unittest/helm-unittest@v1.1.2 ./cmd/helm-unittest ;;
    # Without the ways to discover targets, which are most of it and none of which a test of rules uses.
    promtool) echo github.com/prometheus/prometheus@v0.314.0 ./cmd/promtool -tags=remove_all_sd ;;
    *) return 1 ;;
  esac
}

module_of() {
  case "$1" in
    helm) echo helm.sh/helm/v4/cmd/helm@v4.2.4 ;;
    kustomize) echo sigs.k8s.io/kustomize/kustomize/v5@v5.8.1 ;;
    kubeconform) echo github.com/yannh/kubeconform/cmd/kubeconform@v0.7.0 ;;
    actionlint) echo github.com/rhysd/actionlint/cmd/actionlint@v1.7.12 ;;
    gitleaks) echo github.com/zricethezav/gitleaks/v8@v8.30.1 ;;
    gator) echo github.com/open-policy-agent/gatekeeper/v3/cmd/gator@v3.23.0 ;;
    cosign) echo github.com/sigstore/cosign/v3/cmd/cosign@v3.1.2 ;;
    yq) echo github.com/mikefarah/yq/v4@v4.54.2 ;;
    *)
      echo "::error::install-tools.sh knows no tool '$1'" >&2
      return 1
      ;;
  esac
}

folder=$1
shift
mkdir -p "$folder"
for name in "$@"; do
  [ ! -x "$folder/$name" ] || continue
  if line=$(within_module "$name"); then
    read -r module package flags <<< "$line"
    echo "building $module"
    source=$(go mod download -json "$module" | jq --raw-output .Dir)
    GOWORK=off go -C "$source" build ${flags:+"$flags"} -o "$folder/$name" "$package"
  else
    module=$(module_of "$name")
    echo "building $module"
    GOBIN=$folder go install "$module"
  fi
done
