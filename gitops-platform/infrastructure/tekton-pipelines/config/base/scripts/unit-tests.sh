#!/bin/sh
# Runs the unit tests of a service, and fails where they cover less than the threshold.
set -eu
. /scripts/lib.sh
cd "$SOURCE/${SUBDIRECTORY:-.}"
mkdir -p "$REPORTS" "$CACHE" "$HOME"

tests_failed() {
  fail "the tests failed. Reports: $REPORTS. Run them as this task did: $1"
}

# Prints the percentage of lines, as each stack's own report has it.
case "$STACK" in
  maven)
    mvn --batch-mode --no-transfer-progress -T 1C "-Dmaven.repo.local=$CACHE/m2" -Dcoverage.minimum=0 test \
      || tests_failed 'mvn test'
    find . -path '*/surefire-reports/*.xml' -exec cp {} "$REPORTS" \;
    # The last LINE counter of each report is that of the whole module.
    coverage=$(find . -path '*/site/jacoco/jacoco.xml' | while read -r report; do
      grep -o '<counter type="LINE"[^>]*/>' "$report" | tail -n 1
    done | sed 's/.*missed="\([0-9]*\)" covered="\([0-9]*\)".*/\1 \2/' \
      | awk '{ missed += $1; covered += $2 } END { if (missed + covered > 0) printf "%d", 100 * covered / (missed + covered) }')
    ;;
  go)
    export GOCACHE="$CACHE/go-build" GOMODCACHE="$CACHE/go-mod" GOFLAGS=-modcacherw
    go test -coverprofile="$REPORTS/cover.out" ./... || tests_failed 'go test ./...'
    coverage=$(go tool cover -func="$REPORTS/cover.out" | awk '/^total:/ { printf "%d", $NF }')
    ;;
  node)
    npm ci --cache "$CACHE/npm" --no-audit --no-fund
    # Vitest and Jest take the same two options.
    npm test -- --coverage --coverage.reporter=json-summary --coverage.reportsDirectory="$REPORTS" 2> /tmp/errors \
      || { cat /tmp/errors >&2; grep -q 'Unrecognized option\|Unknown option' /tmp/errors \
        && npm test -- --coverage --coverageReporters=json-summary --coverageDirectory="$REPORTS"; } \
      || tests_failed 'npm test'
    coverage=$(node -p 'Math.floor(require(process.argv[1]).total.lines.pct)' "$REPORTS/coverage-summary.json")
    ;;
  python)
    python -m venv "$CACHE/venv"
    export PIP_CACHE_DIR="$CACHE/pip"
    if [ -f requirements-test.txt ]; then
      "$CACHE/venv/bin/pip" install --quiet --requirement requirements-test.txt
    else
      "$CACHE/venv/bin/pip" install --quiet '.[test]'
    fi
    "$CACHE/venv/bin/python" -m pytest "--junitxml=$REPORTS/junit.xml" --cov "--cov-report=json:$REPORTS/coverage.json" \
      || tests_failed 'pytest'
    coverage=$("$CACHE/venv/bin/python" -c 'import json, sys; print(int(json.load(open(sys.argv[1]))["totals"]["percent_covered"]))' "$REPORTS/coverage.json")
    ;;
  *) fail "there is no way to test '$STACK'" ;;
esac

[ -n "$coverage" ] || fail "there is no report of coverage: the service must write one (for Maven: the JaCoCo plugin)"
result coverage "$coverage"
say "Covered: $coverage %, of which $THRESHOLD % must be"
[ "$coverage" -ge "$THRESHOLD" ] || fail "the tests cover $coverage % of the lines; add some until it is $THRESHOLD %"
