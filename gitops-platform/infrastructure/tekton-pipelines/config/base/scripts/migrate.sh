#!/bin/sh
# Database migrations. `validate` and `info` change nothing; `migrate` runs what has not run yet. Expand and contract: a release
# only adds (a table, a column with a default); what the release before still reads goes in a later one. So the old and the new
# version run side by side during a rollout, and a rollback of the service needs none of the database.
set -eu
. /scripts/lib.sh
cd "$SOURCE/${SUBDIRECTORY:-.}"
case "$COMMAND" in
  validate | info | migrate) ;;
  *) fail "command is '$COMMAND', expected validate, info or migrate" ;;
esac
[ -d "$MIGRATIONS" ] || fail "there is no folder $MIGRATIONS"
# A later step may not be able to undo it, so it needs a word: `-- contract` in the file's first line.
for file in "$MIGRATIONS"/*.sql; do
  if grep -qiE '^[[:space:]]*(drop|truncate)|alter[[:space:]].*(drop|rename)[[:space:]]' "$file" \
    && ! head -n 1 "$file" | grep -q '^-- contract'; then
    fail "$file drops or renames what the running version may read. If no version that runs does, say so in its first line: -- contract"
  fi
done
cd "$MIGRATIONS"
FLYWAY_URL=$(cat "$DATABASE/url")
FLYWAY_USER=$(cat "$DATABASE/username")
FLYWAY_PASSWORD=$(cat "$DATABASE/password")
export FLYWAY_URL FLYWAY_USER FLYWAY_PASSWORD
export FLYWAY_LOCATIONS="filesystem:$PWD" FLYWAY_CONNECT_RETRIES=5 FLYWAY_CLEAN_DISABLED=true
# What has not run yet is no error where nothing is to be run.
if [ "$COMMAND" = validate ]; then
  export FLYWAY_IGNORE_MIGRATION_PATTERNS='*:pending'
fi
flyway "$COMMAND"
