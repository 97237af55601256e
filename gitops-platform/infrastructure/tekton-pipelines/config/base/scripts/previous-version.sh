#!/bin/sh
# Finds the version that ran before the present one: the newest commit of the version's file that names another digest, and that
# stood for at least MIN_MINUTES, since what was replaced at once was hardly good.
set -eu
. /scripts/lib.sh
. /scripts/gitops-clone.sh
check_name service "$SERVICE"
check_name environment "$ENVIRONMENT"
file=$(version_file "$ENVIRONMENT" "$SERVICE")
[ -n "$file" ] || fail "there is no $SERVICE in $ENVIRONMENT"
result application "$(application_of "$file")"
present=$(read_version "$file" "$SERVICE" | sed -n 3p)
until=$(date +%s)
git log --first-parent --format='%H %ct' -- "$file" > /tmp/commits
while read -r commit at; do
  git show "$commit:$file" > /tmp/version.yaml 2> /dev/null || continue
  version=$(read_version /tmp/version.yaml "$SERVICE")
  digest=$(printf '%s\n' "$version" | sed -n 3p)
  stood=$(((until - at) / 60))
  until=$at
  case "$digest" in
    "$present") continue ;;
    sha256:*) ;;
    *) continue ;;
  esac
  if [ "$stood" -lt "$MIN_MINUTES" ]; then
    say "$commit stood for $stood min only"
    continue
  fi
  tag=$(printf '%s\n' "$version" | sed -n 2p)
  result repository "$(printf '%s\n' "$version" | sed -n 1p)"
  result tag "$tag"
  result digest "$digest"
  result source-revision "$(printf '%s\n' "$version" | sed -n 4p)"
  say "Before $present there was $tag ($digest), of $commit"
  exit 0
done < /tmp/commits
fail "no earlier version of $SERVICE in $ENVIRONMENT stood for $MIN_MINUTES min"
