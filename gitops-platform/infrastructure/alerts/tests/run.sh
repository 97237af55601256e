#!/usr/bin/env bash
# Unit tests of the alerts: `bash infrastructure/alerts/tests/run.sh`. promtool reads plain rules, which is what stands below
# `spec:` of a PrometheusRule, two columns further left.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for rules in "$here"/../config/base/*.rules.yaml; do
  sed -e '1,/^spec:$/d' -e 's/^  //' "$rules" >"$work/$(basename "$rules")"
done
cp "$here"/*.test.yaml "$work"

promtool check rules "$work"/*.rules.yaml
promtool test rules "$work"/*.test.yaml
