#!/bin/sh
# Vulnerabilities, secrets and misconfigurations in the source. What cannot be mended yet does not count.
set -eu
. /scripts/lib.sh
mkdir -p "$REPORTS"
export TRIVY_CACHE_DIR="$CACHE/trivy"
trivy filesystem --scanners vuln,secret,misconfig --severity "$SEVERITY" --ignore-unfixed --no-progress \
  --format json --output "$REPORTS/trivy-source.json" "$SOURCE/${SUBDIRECTORY:-.}"
# The table for the log, and the verdict, come from the one report.
trivy convert --severity "$SEVERITY" --format table --exit-code 1 "$REPORTS/trivy-source.json" \
  || fail 'the source has vulnerabilities or secrets that must be removed; a secret that was committed must be changed too'
