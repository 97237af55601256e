#!/bin/sh
# Is it up, does it answer, does it reach its database? Three questions to what was just deployed.
set -eu
. /scripts/lib.sh
ask() { curl --silent --show-error --fail --location --max-time 10 --retry 5 --retry-all-errors --retry-delay 3 "$1"; }

say "Health: $HEALTH_URL"
health=$(ask "$HEALTH_URL") || fail "$HEALTH_URL does not say that it is healthy"
# Some say it in JSON, some in a word.
status=$(printf '%s' "$health" | jq -r '.status' 2> /dev/null || printf '%s' "$health")
case "$status" in
  UP | OK | ok | healthy) ;;
  *) fail "$HEALTH_URL says '$health'" ;;
esac
# Spring Boot tells of its pool of connections too.
database=$(printf '%s' "$health" | jq -r '.components.db.status // "UP"' 2> /dev/null || printf UP)
[ "$database" = UP ] || fail "the service does not reach its database: $health"

printf '%s\n' "$ENDPOINTS" | while read -r endpoint; do
  [ -n "$endpoint" ] || continue
  say "Endpoint: $BASE_URL$endpoint"
  ask "$BASE_URL$endpoint" > /dev/null || fail "$BASE_URL$endpoint does not answer"
done
