#!/usr/bin/env bash
# Tests the workloads whose tools are here (go, npm, python3, mvn), or those that are named: ./test.sh backend ecotrack
#
# With DATABASE_URL_TEST (postgres://…), ECOTRACK_TEST_JDBC_URL (jdbc:postgresql://…) and ECOTRACK_TEST_REDIS_URL (redis://…) the
# tests against real stores run too; ecotrack's also where there is a container engine.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

need() {
  command -v "$1" > /dev/null || {
    echo "SKIPPED: $1 is not here"
    return 1
  }
}

test_backend() {
  need go || return 0
  (cd backend && go vet ./... && go test -coverprofile="$work/cover.out" ./... && go tool cover -func="$work/cover.out" | tail -n 1)
}

test_frontend() {
  need npm || return 0
  # In a copy: the tree keeps no node_modules.
  cp -R frontend "$work/frontend"
  (cd "$work/frontend" && npm ci --ignore-scripts --no-audit --no-fund && npm run lint && npm test -- --coverage && npm run build)
}

test_ccore_ai() {
  need python3 || return 0
  for part in api frontend; do
    python3 -m venv "$work/$part"
    "$work/$part/bin/pip" install --quiet --requirement "ccore-ai/$part/requirements-test.txt"
    (cd "ccore-ai/$part" && COVERAGE_FILE="$work/coverage" PYTHONDONTWRITEBYTECODE=1 "$work/$part/bin/python" -m pytest -q -p no:cacheprovider --cov)
  done
}

test_ecotrack() {
  need mvn || return 0
  cp -R ecotrack "$work/ecotrack"
  (cd "$work/ecotrack" && mvn --batch-mode --no-transfer-progress -Pintegration verify)
}

for workload in "${@:-backend frontend ccore-ai ecotrack}"; do
  for one in $workload; do
    echo "== $one"
    "test_${one//-/_}"
  done
done
