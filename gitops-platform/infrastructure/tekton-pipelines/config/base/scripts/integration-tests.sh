#!/bin/sh
# Runs the integration tests of a service against the PostgreSQL and the Redis that stand beside this container: the images
# that Testcontainers would start, without a container engine in the cluster.
set -eu
. /scripts/lib.sh
cd "$SOURCE/${SUBDIRECTORY:-.}"
mkdir -p "$CACHE" "$HOME"

export DATABASE_URL_TEST='postgres://test@127.0.0.1:5432/test?sslmode=disable'
export ECOTRACK_TEST_JDBC_URL='jdbc:postgresql://127.0.0.1:5432/test?user=test'
export ECOTRACK_TEST_REDIS_URL=redis://127.0.0.1:6379

case "$STACK" in
  maven) mvn --batch-mode --no-transfer-progress "-Dmaven.repo.local=$CACHE/m2" -Pintegration verify ;;
  go)
    export GOCACHE="$CACHE/go-build" GOMODCACHE="$CACHE/go-mod" GOFLAGS=-modcacherw
    go test ./...
    ;;
  node)
    npm ci --cache "$CACHE/npm" --no-audit --no-fund
    npm run --if-present test:integration
    ;;
  python) say 'A Python service has its integration tests among its tests' ;;
  *) fail "there is no way to test '$STACK'" ;;
esac || fail 'the integration tests failed. Run them with the same three variables and a PostgreSQL and Redis of your own'
