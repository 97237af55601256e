# shellcheck shell=sh
# Pull requests of the four Git providers, through their APIs.

# The token is in a file that curl reads: never in its arguments.
api() {
  method=$1
  address=$2
  shift 2
  if [ ! -s /tmp/headers ]; then
    (
      umask 077
      case "$GIT_PROVIDER" in
        gitlab) printf 'PRIVATE-TOKEN: %s\n' "$GIT_TOKEN" ;;
        azure-devops) printf 'Authorization: Basic %s\n' "$(printf ':%s' "$GIT_TOKEN" | base64 | tr -d '\n')" ;;
        *) printf 'Authorization: Bearer %s\n' "$GIT_TOKEN" ;;
      esac > /tmp/headers
      printf 'Content-Type: application/json\n' >> /tmp/headers
    )
  fi
  curl --silent --show-error --fail-with-body --retry 3 --max-time 60 --request "$method" --header @/tmp/headers "$@" "$address"
}

host_of() {
  rest=${GITOPS_URL#https://}
  printf '%s' "${rest%%/*}"
}

slug_of() {
  rest=${GITOPS_URL#https://*/}
  printf '%s' "${rest%.git}"
}

# Prints the number of the open pull request of a branch.
find_request() {
  slug=$(slug_of)
  case "$GIT_PROVIDER" in
    github) api GET "$(github)/repos/$slug/pulls?state=open&head=${slug%%/*}:$1" | jq -r '.[0].number // empty' ;;
    gitlab) api GET "$(gitlab)/merge_requests?state=opened&source_branch=$1" | jq -r '.[0].iid // empty' ;;
    bitbucket) api GET "$(bitbucket)/pullrequests" --get --data-urlencode "q=source.branch.name=\"$1\" AND state=\"OPEN\"" \
      | jq -r '.values[0].id // empty' ;;
    azure-devops) api GET "$(azure)/pullrequests?searchCriteria.status=active&searchCriteria.sourceRefName=refs/heads/$1&api-version=7.1" \
      | jq -r '.value[0].pullRequestId // empty' ;;
  esac
}

github() {
  host=$(host_of)
  # GitHub Enterprise has its API below its own name.
  if [ "$host" = github.com ]; then
    printf 'https://api.github.com'
  else
    printf 'https://%s/api/v3' "$host"
  fi
}

gitlab() { printf 'https://%s/api/v4/projects/%s' "$(host_of)" "$(slug_of | sed 's,/,%2F,g')"; }

bitbucket() { printf 'https://api.bitbucket.org/2.0/repositories/%s' "$(slug_of)"; }

azure() {
  slug=$(slug_of)
  printf 'https://%s/%s/_apis/git/repositories/%s' "$(host_of)" "${slug%/_git/*}" "${slug#*/_git/}"
}

# open_request BRANCH TITLE BODY: prints the number. One that is open already is kept: its branch holds the newest version.
open_request() {
  number=$(find_request "$1")
  if [ -n "$number" ]; then
    printf '%s' "$number"
    return
  fi
  body=$(BRANCH=$1 TITLE=$2 BODY=$3 jq -n '{
    github: { head: env.BRANCH, base: env.GITOPS_BRANCH, title: env.TITLE, body: env.BODY },
    gitlab: { source_branch: env.BRANCH, target_branch: env.GITOPS_BRANCH, title: env.TITLE, description: env.BODY, remove_source_branch: true, squash: true },
    bitbucket: { source: { branch: { name: env.BRANCH } }, destination: { branch: { name: env.GITOPS_BRANCH } }, title: env.TITLE, description: env.BODY, close_source_branch: true },
    "azure-devops": { sourceRefName: ("refs/heads/" + env.BRANCH), targetRefName: ("refs/heads/" + env.GITOPS_BRANCH), title: env.TITLE, description: env.BODY }
  }[env.GIT_PROVIDER]')
  case "$GIT_PROVIDER" in
    github) api POST "$(github)/repos/$(slug_of)/pulls" --data "$body" | jq -r .number ;;
    gitlab) api POST "$(gitlab)/merge_requests" --data "$body" | jq -r .iid ;;
    bitbucket) api POST "$(bitbucket)/pullrequests" --data "$body" | jq -r .id ;;
    azure-devops) api POST "$(azure)/pullrequests?api-version=7.1" --data "$body" | jq -r .pullRequestId ;;
    *) fail "there is no Git provider '$GIT_PROVIDER'" ;;
  esac
}

# merge_when_green NUMBER: lets the provider merge once its required checks are green. Branch protection stays in force.
merge_when_green() {
  case "$GIT_PROVIDER" in
    github)
      host=$(host_of)
      graphql="https://$host/api/graphql"
      [ "$host" != github.com ] || graphql=https://api.github.com/graphql
      id=$(api GET "$(github)/repos/$(slug_of)/pulls/$1" | jq -r .node_id)
      query=$(ID=$id jq -n '{
        query: "mutation ($id: ID!) { enablePullRequestAutoMerge(input: { pullRequestId: $id, mergeMethod: SQUASH }) { clientMutationId } }",
        variables: { id: env.ID }
      }')
      # GraphQL says 200 to what it refuses.
      api POST "$graphql" --data "$query" | jq -e '.errors == null' > /dev/null \
        || say "GitHub will not merge #$1 by itself: allow auto-merge in the repository's settings, or merge it by hand"
      ;;
    gitlab) api PUT "$(gitlab)/merge_requests/$1/merge" --data '{"auto_merge": true, "squash": true, "should_remove_source_branch": true}' > /dev/null ;;
    bitbucket) say "Bitbucket has no way to merge once checks are green: merge #$1 by hand" ;;
    azure-devops)
      id=$(api GET "$(azure)/pullrequests/$1?api-version=7.1" | jq -r .createdBy.id)
      query=$(ID=$id jq -n '{ autoCompleteSetBy: { id: env.ID }, completionOptions: { deleteSourceBranch: true, mergeStrategy: "squash" } }')
      api PATCH "$(azure)/pullrequests/$1?api-version=7.1" --data "$query" > /dev/null
      ;;
  esac
}

# propose BRANCH TITLE BODY: commits what has changed, on a branch of its own that only this pipeline writes.
propose() {
  git switch --quiet --force-create "$1"
  git commit --quiet --all --message "$2"
  git push --quiet --force origin "HEAD:refs/heads/$1"
  open_request "$@"
}
