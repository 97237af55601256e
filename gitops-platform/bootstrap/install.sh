#!/usr/bin/env bash
# Hands the cluster of the current kubectl context over to this repository.
# Safe to run again. Argo CD must be installed already.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
  echo "install: $*" >&2
  exit 1
}

command -v kubectl >/dev/null || fail 'kubectl is not on PATH.'
kubectl get crd applications.argoproj.io appprojects.argoproj.io >/dev/null ||
  fail 'Argo CD is not installed in this cluster, or the cluster does not answer. Install it first: https://argo-cd.readthedocs.io/en/stable/getting_started/'
kubectl get namespace argocd >/dev/null ||
  fail 'There is no namespace argocd: install Argo CD into it.'

kubectl apply -f bootstrap/apps/projects/bootstrap.yaml -f bootstrap/root.yaml
echo 'Done. Watch it with: kubectl get applications --namespace argocd --watch'
