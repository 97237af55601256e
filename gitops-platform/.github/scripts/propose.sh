#!/usr/bin/env bash
# Opens a pull request with what has changed in the working tree, or brings the open one up to date. It merges itself once
# its checks have passed, unless $AUTO_MERGE is false.
#
# $BRANCH is the workflow's alone, so that a proposal that nobody has merged yet is replaced by the newer one. $APP is the
# app's slug, whose token gh and git have.
set -euo pipefail

if [ -z "$(git status --porcelain)" ]; then
  echo '::notice title=Nothing to propose::Git says it already.'
  exit 0
fi
base=$(git branch --show-current)
body=${BODY:-"Opened by $GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID"}

git config user.name "${APP}[bot]"
git config user.email "${APP}[bot]@users.noreply.github.com"
git switch --quiet --create "$BRANCH"
git add --all
git commit --quiet --message "$TITLE"
git push --quiet --force origin "$BRANCH"

number=$(gh pr list --head "$BRANCH" --state open --json number --jq '.[0].number // empty')
if [ -z "$number" ]; then
  url=$(gh pr create --base "$base" --head "$BRANCH" --title "$TITLE" --body "$body")
  number=${url##*/}
else
  gh pr edit "$number" --title "$TITLE" --body "$body"
fi
if [ "${AUTO_MERGE:-true}" = true ]; then
  gh pr merge "$number" --auto --squash --delete-branch
fi
echo "::notice title=Proposed::#$number"
