# shellcheck shell=sh
# Checks the GitOps repository out, and makes it the working directory.
use_git
rm -rf "$WORK/gitops"
git clone --quiet --branch "$GITOPS_BRANCH" "$GITOPS_URL" "$WORK/gitops"
cd "$WORK/gitops" || exit 1
