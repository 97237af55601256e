#!/bin/sh
# Writes the image that was pushed into each environment whose version CI writes, by a pull request that merges itself once its
# checks are green. Ends well, and says so, where there is nothing to do.
set -eu
. /scripts/lib.sh
. /scripts/pull-request.sh
check_name service "$SERVICE"
result pull-request ''

# A run that was started again must not put an older commit back.
use_git
newest=$(git ls-remote "$GIT_URL" "refs/heads/$SOURCE_BRANCH" | cut -f 1)
if [ -n "$newest" ] && [ "$newest" != "$SOURCE_REVISION" ]; then
  say "Not deployed: $SOURCE_BRANCH has moved on to $newest, whose own run deploys it"
  exit 0
fi

. /scripts/gitops-clone.sh
written=''
for environment in $(to_json platform.yaml | jq -r '.environments[] | select(.writer == "ci") | .name'); do
  file=$(version_file "$environment" "$SERVICE")
  if [ -n "$file" ]; then
    write_version "$file" "$SERVICE"
    written="$written $environment"
  fi
done
if [ -z "$written" ]; then
  say "Not deployed: there is no applications/<environment>/$SERVICE that CI writes. Merge the pull request that creates the service, then run this again"
  exit 0
fi
if git diff --quiet; then
  say "Nothing to deploy: Git says $IMAGE_TAG already"
  exit 0
fi
number=$(propose "bump/$SERVICE" "$SERVICE $IMAGE_TAG" "Commit $SOURCE_REVISION of $GIT_URL, built, tested, scanned and signed by PipelineRun $RUN.

<!-- backstage.io/entity-ref: component:default/$SERVICE -->")
merge_when_green "$number"
result pull-request "$number"
say "Pull request $number writes $IMAGE_TAG into$written"
