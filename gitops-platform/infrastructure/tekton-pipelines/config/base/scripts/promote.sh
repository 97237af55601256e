#!/bin/sh
# Proposes for one environment the version that runs in another: the version's lines, and no other. Reviews and the wait of a
# protected branch are the approval; this script merges nothing that they have not let through.
set -eu
. /scripts/lib.sh
. /scripts/pull-request.sh
. /scripts/gitops-clone.sh
check_name service "$SERVICE"
from=$(version_file "$FROM_ENVIRONMENT" "$SERVICE")
to=$(version_file "$TO_ENVIRONMENT" "$SERVICE")
[ -n "$from" ] || fail "there is no $SERVICE in $FROM_ENVIRONMENT"
[ -n "$to" ] || fail "there is no $SERVICE in $TO_ENVIRONMENT: add it by a pull request first"
version=$(read_version "$from" "$SERVICE")
IMAGE_REPOSITORY=$(printf '%s\n' "$version" | sed -n 1p)
IMAGE_TAG=$(printf '%s\n' "$version" | sed -n 2p)
IMAGE_DIGEST=$(printf '%s\n' "$version" | sed -n 3p)
SOURCE_REVISION=$(printf '%s\n' "$version" | sed -n 4p)
# An environment may have a registry of its own; the check promote-image copies the image there before the merge.
registry=$(to_json platform.yaml | jq -r '.environments[] | select(.name == env.TO_ENVIRONMENT) | .registry // ""')
[ -z "$registry" ] || IMAGE_REPOSITORY=$registry/${IMAGE_REPOSITORY##*/}
export IMAGE_REPOSITORY IMAGE_TAG IMAGE_DIGEST SOURCE_REVISION
[ -n "$IMAGE_DIGEST" ] || fail "$from names no digest: a version without one cannot be promoted"
write_version "$to" "$SERVICE"
result version "$IMAGE_TAG"
result digest "$IMAGE_DIGEST"
result pull-request ''
if git diff --quiet; then
  say "$TO_ENVIRONMENT has $IMAGE_TAG already"
  exit 0
fi
number=$(propose "promote/$SERVICE-$TO_ENVIRONMENT" "Promote $SERVICE $IMAGE_TAG to $TO_ENVIRONMENT" "The version that runs in $FROM_ENVIRONMENT: $IMAGE_DIGEST.

<!-- backstage.io/entity-ref: component:default/$SERVICE -->")
if [ "$MERGE" = true ]; then
  merge_when_green "$number"
fi
result pull-request "$number"
say "Pull request $number promotes $IMAGE_TAG from $FROM_ENVIRONMENT to $TO_ENVIRONMENT"
