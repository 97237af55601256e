#!/usr/bin/env bash
# Writes the image that was just pushed into the GitOps repository, checked out in gitops/, by a pull request that
# merges itself. Ends well, and says so, where there is nothing to do.
set -euo pipefail

say() {
  echo "::notice title=$1::$2"
}

# A run that was started again must not put an older commit back.
newest=$(GH_TOKEN="$READ_TOKEN" gh api "repos/$GITHUB_REPOSITORY/commits/main" --jq .sha)
if [[ "$newest" != "$SOURCE_REVISION" ]]; then
  say 'Not deployed' "main has moved on to ${newest::12}, whose own run deploys it."
  exit 0
fi

cd gitops
base=$(git branch --show-current)
files=()
while read -r environment; do
  file="applications/$environment/$SERVICE/values.yaml"
  if [[ -f "$file" ]]; then
    files+=("$file")
  fi
done < <(yq '.environments[] | select(.writer == "ci") | .name' platform.yaml)

if [[ -z "${files[*]}" ]]; then
  say 'Not deployed' "$GITOPS_REPOSITORY has no applications/<environment>/$SERVICE that CI writes yet. Merge the pull request that creates it, then run this workflow again."
  exit 0
fi

node ../.github/scripts/bump-image.mjs "${files[@]}"
if git diff --quiet; then
  say 'Nothing to deploy' "$SERVICE $IMAGE_TAG is what Git says already."
  exit 0
fi

branch="bump/$SERVICE"
title="$SERVICE $IMAGE_TAG"
body="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/commit/$SOURCE_REVISION, built by $GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID

<!-- backstage.io/entity-ref: component:default/$SERVICE -->"

git config user.name "$APP[bot]"
git config user.email "$APP[bot]@users.noreply.github.com"
git switch --quiet --create "$branch"
git commit --quiet --all --message "$title"
# The branch is this workflow's alone: a bump that nobody has merged yet is replaced by the newer one.
git push --quiet --force origin "$branch"

number=$(gh pr list --repo "$GITOPS_REPOSITORY" --head "$branch" --state open --json number --jq '.[0].number // empty')
if [[ -z "$number" ]]; then
  url=$(gh pr create --repo "$GITOPS_REPOSITORY" --base "$base" --head "$branch" --title "$title" --body "$body")
  number=${url##*/}
else
  gh pr edit "$number" --repo "$GITOPS_REPOSITORY" --title "$title" --body "$body"
fi
gh pr merge "$number" --repo "$GITOPS_REPOSITORY" --auto --squash --delete-branch
say 'Deployment proposed' "$GITOPS_REPOSITORY#$number writes $IMAGE_TAG into ${files[*]}"
