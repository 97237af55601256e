#!/usr/bin/env bash
# terraform/teardown.sh [--dry-run] <environment>: takes a cluster down in the only order that works.
#
# Load balancers, their network interfaces and Karpenter's instances were made by controllers in the cluster, and no
# Terraform knows them: with the cluster gone nobody deletes them, and the VPC cannot be deleted for them. So the
# controllers clean up first, and then the layers go, the last one first.
#
# 10-data stays, with backups, the key that unseals Vault and the certificate. terraform/README.md says how it goes.
set -euo pipefail
cd "$(dirname "$0")"

dry_run=false
if [ "${1:-}" = --dry-run ]; then
  dry_run=true
  shift
fi
environment=${1:-}
wait_seconds=${WAIT_SECONDS:-900}
namespace=argocd

fail() {
  echo "teardown: $*" >&2
  exit 1
}
say() {
  echo "teardown: $*"
}
# Whatever changes something goes through here.
run() {
  if [ "$dry_run" = true ]; then
    printf 'would run:'
    printf ' %q' "$@"
    printf '\n'
  else
    "$@"
  fi
}

[ $# -eq 1 ] || fail 'usage: teardown.sh [--dry-run] <environment>'
facts=envs/$environment/platform.json
[ -f "$facts" ] || fail "there is no terraform/$facts"
for tool in jq kubectl aws; do
  command -v "$tool" > /dev/null || fail "$tool is not on PATH"
done

organisation=$(jq --exit-status --raw-output .organisation "$facts")
region=$(jq --exit-status --raw-output .region "$facts")
cluster=$organisation-$environment

name=$(jq --raw-output '.cluster.name // empty' "$facts")

context=$(aws eks describe-cluster --region "$region" --name "$cluster" --query cluster.arn --output text) ||
  fail "there is no cluster $cluster in $region, or you are not signed in to its account"
kubeconfig=$(mktemp)
trap 'rm -f "$kubeconfig"' EXIT
# A kubeconfig of its own: whatever the current context is, it is left alone.
aws eks update-kubeconfig --region "$region" --name "$cluster" --kubeconfig "$kubeconfig" > /dev/null
export KUBECONFIG=$kubeconfig

say "this deletes the cluster $cluster ($context) and everything that runs on it"
if [ "$dry_run" = false ]; then
  printf 'Type the name of the cluster to go on: '
  read -r typed
  [ "$typed" = "$cluster" ] || fail 'that is not its name; nothing has been done'
fi

# $1: what is waited for; the rest: a command that prints what is still there.
wait_until_gone() {
  local what=$1 left
  shift
  if [ "$dry_run" = true ]; then
    say "would wait until there are no $what"
    return
  fi
  local deadline=$((SECONDS + wait_seconds))
  while left=$("$@") && [ -n "$left" ]; do
    [ "$SECONDS" -lt "$deadline" ] || fail "after $wait_seconds s there are still $what: $(echo "$left" | tr '\n' ' ')"
    sleep "${POLL_SECONDS:-10}"
  done
  [ -z "${left:-}" ] || fail "cannot tell whether there are $what"
}

has() {
  [ -n "$(kubectl get crd "$1" --ignore-not-found --output name)" ]
}
load_balancers() {
  kubectl get services --all-namespaces --output json |
    jq --raw-output '.items[] | select(.spec.type == "LoadBalancer") | "\(.metadata.namespace)/\(.metadata.name)"'
}
node_claims() {
  kubectl get nodeclaims.karpenter.sh --output name
}
volumes() {
  kubectl get persistentvolumes --output json |
    jq --raw-output '.items[] | select(.spec.persistentVolumeReclaimPolicy == "Delete") | .metadata.name'
}

say '1. Argo CD stops: what is deleted now would come back'
if [ -n "$name" ] && [ "$name" != in-cluster ]; then
  # Another cluster's Argo CD deploys here. It forgets this one, and deletes nothing by that.
  run ./run.sh "envs/$environment/30-bootstrap" destroy -auto-approve
elif has applications.argoproj.io; then
  run kubectl --namespace "$namespace" scale --replicas=0 \
    statefulset,deployment --selector 'app.kubernetes.io/component in (application-controller, applicationset-controller)'
fi

say '2. load balancers go, while their controller is there to delete them'
while IFS=/ read -r space name; do
  [ -n "$name" ] || continue
  run kubectl --namespace "$space" delete service "$name" --wait=false
done < <(load_balancers)
if has targetgroupbindings.elbv2.k8s.aws; then
  run kubectl delete targetgroupbindings.elbv2.k8s.aws --all --all-namespaces --wait=false
fi
wait_until_gone 'Services of type LoadBalancer' load_balancers

say "3. Karpenter's nodes go, while Karpenter is there to end them"
# With the nodes gone there is nowhere to move a pod to, and a budget would hold its node for ever.
run kubectl delete poddisruptionbudgets --all --all-namespaces
if has nodepools.karpenter.sh; then
  run kubectl delete nodepools.karpenter.sh --all --wait=false
  run kubectl delete nodeclaims.karpenter.sh --all --wait=false
  wait_until_gone "nodes of Karpenter" node_claims
fi

say '4. volumes go that nobody asked to keep, while their driver is there'
if [ "$dry_run" = true ]; then
  say "would delete the PersistentVolumeClaims of: $(volumes | tr '\n' ' ')"
else
  kubectl get namespaces --output json |
    jq --raw-output '.items[].metadata.name | select(test("^(kube-.*|default)$") | not)' |
    while read -r space; do
      kubectl --namespace "$space" delete deployments,statefulsets,daemonsets,persistentvolumeclaims --all --wait=false < /dev/null
    done
  wait_until_gone 'volumes' volumes
fi

say '5. the layers go, the last one first'
for layer in 30-bootstrap 20-compute 00-network; do
  if [ "$layer" = 20-compute ]; then
    # EKS refuses otherwise, and Terraform switches it off only in an apply before.
    run aws eks update-cluster-config --region "$region" --name "$cluster" --no-deletion-protection
  fi
  run ./run.sh "envs/$environment/$layer" destroy -auto-approve
done
say "done. terraform/envs/$environment/10-data is still there: backups, keys and the certificate."
