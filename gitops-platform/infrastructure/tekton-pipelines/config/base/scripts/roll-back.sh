#!/bin/sh
# Proposes an earlier version: a commit like any other, so that Git tells the story and Argo CD does not undo it.
set -eu
. /scripts/lib.sh
. /scripts/pull-request.sh
. /scripts/gitops-clone.sh
check_name service "$SERVICE"
check_name environment "$ENVIRONMENT"
file=$(version_file "$ENVIRONMENT" "$SERVICE")
write_version "$file" "$SERVICE"
result pull-request ''
if git diff --quiet; then
  say "$ENVIRONMENT has $IMAGE_TAG already"
  exit 0
fi
number=$(propose "rollback/$SERVICE-$ENVIRONMENT" "Roll $SERVICE back to $IMAGE_TAG in $ENVIRONMENT" "$REASON

<!-- backstage.io/entity-ref: component:default/$SERVICE -->")
merge_when_green "$number"
result pull-request "$number"
say "Pull request $number rolls $SERVICE back to $IMAGE_TAG in $ENVIRONMENT"
