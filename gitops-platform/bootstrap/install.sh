#!/usr/bin/env bash
# Hands the cluster of the current kubectl context over to this repository: installs Argo CD from the same values that it
# keeps itself by afterwards, and applies its project and the root Application. Safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
  cat <<'TEXT'
Usage: bootstrap/install.sh [--dry-run] [--webhook] [--cluster NAME]

  --dry-run       check everything, and say what would be done
  --webhook       register Git's webhook as well; when the platform is up
  --cluster NAME  a cluster of platform.yaml (default: in-cluster)

The repository is private: set REPOSITORY_USERNAME and REPOSITORY_PASSWORD (a token that may read), for the first minutes.
Afterwards Argo CD takes them from the store of secrets.
TEXT
}

fail() {
  echo "install: $*" >&2
  exit 1
}

say() {
  echo "install: $*"
}

cluster=in-cluster
dry_run=false
webhook=false
while [ $# -gt 0 ]; do
  case $1 in
    --dry-run) dry_run=true ;;
    --webhook) webhook=true ;;
    --cluster)
      [ $# -gt 1 ] || fail '--cluster needs a name.'
      cluster=$2
      shift
      ;;
    -h | --help)
      usage
      exit 0
      ;;
    *)
      usage >&2
      fail "there is no option $1."
      ;;
  esac
  shift
done

run() {
  if [ "$dry_run" = true ]; then
    say "would run: $*"
  else
    "$@"
  fi
}

# `key: value` of a YAML file that this repository's tools write; no comments, no quotes.
value_of() {
  sed -n "s/^ *$2: *//p" "$1" | sed -e 's/ *#.*$//' -e "s/^['\"]//" -e "s/['\"]$//" | head -n 1
}

profile_of() {
  awk -v name="$1" '
    /^[^ #-]/ { clusters = ($1 == "clusters:"); next }
    clusters && /^ *- / { found = ($2 == "name:" && $3 == name) }
    clusters && found && $1 == "profile:" { print $2; exit }
  ' platform.yaml
}

### Checks: nothing is changed before all of them hold.

addon=infrastructure/argocd/addon.yaml
values=clusters/$cluster/argocd/values.yaml
repository=$(value_of bootstrap/root.yaml repoURL)
branch=$(value_of bootstrap/root.yaml targetRevision)
edition=$(value_of platform.yaml argocd)
profile=$(profile_of "$cluster")

command -v kubectl >/dev/null || fail 'kubectl is not on PATH.'
[ -n "$profile" ] || fail "platform.yaml has no cluster $cluster: name one with --cluster."
[ -f bootstrap/apps/projects/bootstrap.yaml ] || fail 'bootstrap/apps is not there: run first: npx @gitops-platform/cli platform render'

context=$(kubectl config current-context 2>/dev/null) || fail 'kubectl has no current context: choose one with: kubectl config use-context NAME'
kubectl version --request-timeout=15s >/dev/null 2>&1 || fail "the cluster of context $context does not answer."
[ "$(kubectl auth can-i '*' '*' --all-namespaces 2>/dev/null)" = yes ] ||
  fail "context $context may not do everything in its cluster; Argo CD needs somebody who may, once."

if [ "$edition" = self-managed ]; then
  command -v helm >/dev/null || fail 'helm is not on PATH.'
  [ -f "$values" ] || fail "$values is not there: run first: npx @gitops-platform/cli platform render"
else
  kubectl get crd applications.argoproj.io >/dev/null 2>&1 ||
    fail "platform.yaml says argocd: $edition, and this cluster has no Argo CD yet: switch the capability on first (terraform/envs/<environment>/30-bootstrap)."
fi

if command -v git >/dev/null && [ -z "${REPOSITORY_PASSWORD:-}" ]; then
  GIT_TERMINAL_PROMPT=0 git ls-remote --exit-code "$repository" "refs/heads/$branch" >/dev/null 2>&1 ||
    say "warning: $repository has no branch $branch that this machine can see. Push it, or set REPOSITORY_USERNAME and REPOSITORY_PASSWORD if it is private."
fi

say "context $context, cluster $cluster, profile $profile, $repository at $branch"

### Argo CD

run kubectl apply --server-side --field-manager=bootstrap -f bootstrap/argocd-namespace.yaml

manages_itself() {
  kubectl get "applications.argoproj.io/argocd-$cluster" --namespace argocd >/dev/null 2>&1
}

if [ "$edition" = self-managed ]; then
  layers=()
  for file in "infrastructure/argocd/values/default.yaml" "infrastructure/argocd/values/$profile.yaml" "$values"; do
    if [ -f "$file" ]; then
      layers+=(--values "$file")
    fi
  done
  chart=("$(value_of "$addon" '  name')" --repo "$(value_of "$addon" '  repository')" --version "$(value_of "$addon" '  version')")

  if manages_itself; then
    say 'Argo CD manages itself here: helm is left out, a change is a commit.'
  elif [ "$dry_run" = true ]; then
    helm template argocd "${chart[@]}" --namespace argocd "${layers[@]}" >/dev/null ||
      fail 'the chart does not take these values; nothing was changed.'
    say "would install chart ${chart[*]} with ${layers[*]}"
  else
    helm upgrade argocd "${chart[@]}" --install --namespace argocd "${layers[@]}" --wait --timeout 15m
  fi
fi

### What Argo CD needs to read this repository

if [ -n "${REPOSITORY_PASSWORD:-}" ]; then
  if kubectl get secret repository-credentials --namespace argocd >/dev/null 2>&1; then
    say 'the Secret repository-credentials is there and stays as it is.'
  elif [ "$dry_run" = true ]; then
    say 'would make the Secret repository-credentials of REPOSITORY_USERNAME and REPOSITORY_PASSWORD'
  else
    # By a pipe: an argument could be read by everybody on this machine.
    printf 'type=git\nurl=%s\nusername=%s\npassword=%s\n' \
      "${repository%.git}" "${REPOSITORY_USERNAME:-git}" "$REPOSITORY_PASSWORD" |
      kubectl create secret generic repository-credentials --namespace argocd --from-env-file=/dev/stdin \
        --dry-run=client --output yaml |
      kubectl label --local --filename - argocd.argoproj.io/secret-type=repo-creds --output yaml |
      kubectl apply --server-side --field-manager=bootstrap --filename -
  fi
fi

### The root Application, and its project before it

if [ "$dry_run" = false ]; then
  kubectl wait --for=condition=Established --timeout=120s crd/applications.argoproj.io crd/appprojects.argoproj.io >/dev/null
fi
for file in bootstrap/apps/projects/bootstrap.yaml bootstrap/root.yaml; do
  run kubectl apply --server-side --force-conflicts --field-manager=bootstrap -f "$file"
done

### Git's webhook

register_at_github() {
  local url=$1 path hook
  command -v gh >/dev/null || fail 'gh is not on PATH: it registers the webhook at GitHub.'
  path=$(echo "${repository%.git}" | sed -E 's#^.*[/:]([^/:]+/[^/:]+)$#\1#')
  hook=$(gh api "repos/$path/hooks" --paginate --jq ".[] | select(.config.url == \"$url\") | .id") ||
    fail "gh may not see the webhooks of $path: it needs the scope admin:repo_hook."
  if [ "$dry_run" = true ]; then
    say "would $([ -n "$hook" ] && echo renew || echo make) the webhook of $path for $url"
    return
  fi
  # The secret has letters and digits only, and goes by a pipe.
  kubectl get secret argocd-webhook --namespace argocd --output 'jsonpath={.data.secret}' | base64 --decode |
    awk -v url="$url" '{ printf "{\"name\":\"web\",\"active\":true,\"events\":[\"push\"],\"config\":{\"url\":\"%s\",\"content_type\":\"json\",\"insecure_ssl\":\"0\",\"secret\":\"%s\"}}", url, $0 }' |
    if [ -n "$hook" ]; then
      gh api --silent --method PATCH "repos/$path/hooks/$hook" --input -
    else
      gh api --silent --method POST "repos/$path/hooks" --input -
    fi
  say "GitHub tells $url of every push to $path."
}

if [ "$webhook" = true ]; then
  host=$(sed -n 's/.*Host(.\(webhooks\.[A-Za-z0-9.-]*\).).*/\1/p' "clusters/$cluster/argocd/argocd-ingress.yaml" | head -n 1)
  [ -n "$host" ] || fail "clusters/$cluster/argocd/argocd-ingress.yaml names no host for webhooks."
  kubectl get secret argocd-webhook --namespace argocd >/dev/null 2>&1 ||
    fail 'the Secret argocd-webhook is not there yet: run this again when the Application argocd-config is healthy.'
  case $(value_of platform.yaml gitProvider) in
    github) register_at_github "https://$host/api/webhook" ;;
    *)
      say "register a webhook for pushes with the address https://$host/api/webhook and the secret that this prints:"
      say '  kubectl get secret argocd-webhook --namespace argocd --output jsonpath={.data.secret} | base64 --decode'
      ;;
  esac
fi

if [ "$dry_run" = true ]; then
  say 'nothing was changed.'
else
  say 'done. Watch it with: kubectl get applications --namespace argocd --watch'
  [ "$webhook" = true ] || say 'When the platform is up, run it once more with --webhook: pushes then count within seconds.'
fi
