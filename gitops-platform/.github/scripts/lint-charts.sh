#!/usr/bin/env bash
# Lints every chart of charts/ with its own values and with each file of its ci/, and checks what it renders against the
# schemas of Kubernetes, and runs its unit tests.
set -euo pipefail
shopt -s nullglob

fail=0
for chart in charts/*/; do
  for values in '' "$chart"ci/*.yaml; do
    echo "$chart ${values:-values.yaml}"
    arguments=()
    [ -z "$values" ] || arguments=(--values "$values")
    helm lint --strict "$chart" ${arguments[@]+"${arguments[@]}"} || fail=1
    helm template test "$chart" --namespace test-dev ${arguments[@]+"${arguments[@]}"} |
      kubeconform -strict -ignore-missing-schemas -summary || fail=1
  done
  tests=("$chart"tests/*_test.yaml)
  if [ ${#tests[@]} -gt 0 ]; then
    helm-unittest --strict "$chart" || fail=1
  fi
done
exit "$fail"
