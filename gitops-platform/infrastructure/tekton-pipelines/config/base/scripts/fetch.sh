#!/bin/sh
# Checks a repository out and says what it is: the commit, who wrote it, and what it is built with.
set -eu
. /scripts/lib.sh

case "$GIT_URL" in
  https://*) ;;
  *) fail "git-url is '$GIT_URL', expected an https:// address" ;;
esac
case "$GIT_REVISION" in
  -* | *[!A-Za-z0-9._/-]*) fail "git-revision is '$GIT_REVISION', expected a branch, tag or commit" ;;
esac
use_git

rm -rf "$SOURCE"
mkdir -p "$SOURCE"
cd "$SOURCE"
git init --quiet
git remote add origin "$GIT_URL"
# The whole history of one branch is little, and SonarQube and a rollback want it.
git fetch --quiet --no-tags --recurse-submodules=no origin "$GIT_REVISION"
git checkout --quiet --detach FETCH_HEAD

commit=$(git rev-parse HEAD)
result commit "$commit"
result tag "$(printf '%.12s' "$commit")"
result author "$(git log -1 --format=%ae)"

cd "./${SUBDIRECTORY:-.}" || fail "there is no folder $SUBDIRECTORY in $GIT_URL"
stack=other
if [ -f pom.xml ]; then
  stack=maven
elif [ -f go.mod ]; then
  stack=go
elif [ -f package.json ]; then
  stack=node
elif [ -f pyproject.toml ] || [ -f requirements.txt ]; then
  stack=python
fi
[ "$stack" != other ] || fail "no pom.xml, go.mod, package.json, pyproject.toml or requirements.txt: the pipeline does not know how to test this"
result stack "$stack"
image=$(sed -n "s/^$stack=//p" /scripts/test-images)
result test-image "$image"
say "$GIT_URL at $commit: $stack, tested in $image"
