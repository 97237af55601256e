#!/usr/bin/env bash
# Tests the scripts of the tasks with real git, jq and awk, and with stand-ins for what is not here: curl answers from a table,
# kubectl from a file. Needs yq too (either of the two programs of that name). No network.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/scripts" "$work/bin" "$work/results" "$work/tmp" "$work/home"
for file in "$here"/../config/base/scripts/*; do
  sed -e "s,/tmp/,$work/tmp/,g" -e "s,/scripts/,$work/scripts/,g" "$file" > "$work/scripts/$(basename "$file")"
done
chmod +x "$work"/scripts/*.sh
export HOME="$work/home" RESULTS="$work/results" WORK="$work/tmp" PATH="$work/bin:$PATH" GIT_CONFIG_NOSYSTEM=1
failures=0
tests=0

check() {
  tests=$((tests + 1))
  if [ "$2" = "$3" ]; then
    echo "ok   $1"
  else
    failures=$((failures + 1))
    printf 'FAIL %s\n  expected: %s\n  got:      %s\n' "$1" "$3" "$2"
  fi
}

# run NAME [VARIABLE=value…]: the output and the exit code of a script.
run() {
  script=$1
  shift
  rm -f "$work"/results/* "$work/tmp/headers"
  code=0
  output=$(env "$@" sh "$work/scripts/$script" 2>&1) || code=$?
}

told() { cat "$work/results/$1" 2> /dev/null || true; }

# --- stand-ins -------------------------------------------------------------------------------------------------------------
cat > "$work/bin/curl" << 'EOF'
#!/usr/bin/env bash
# Writes the request down, and answers with the first line of $ANSWERS whose pattern it fits.
request="$*"
printf '%s\n' "$request" >> "$CALLS"
[[ "$request" != *@-* ]] || cat >> "$CALLS"
while IFS='|' read -r pattern answer; do
  if [[ "$request" == *$pattern* ]]; then
    printf '%s' "$answer"
    exit 0
  fi
done <<< "$ANSWERS"
exit 22
EOF
cat > "$work/bin/kubectl" << 'EOF'
#!/usr/bin/env bash
cat "$STATE"
EOF
chmod +x "$work"/bin/*
export CALLS="$work/calls"

digest() { printf 'sha256:%064d' "$1"; }

# --- set-version.awk ---------------------------------------------------------------------------------------------------------
cat > "$work/values.yaml" << 'EOF'
# A comment.
image: # the version
  repository: ghcr.io/acme/old # where
  tag: "1.0"   # quoted
  digest: ''
  # Between.
  sourceRevision:
  nested:
    tag: stays
other:
  tag: stays
EOF
check 'a version in Helm values: four values and no other byte' \
  "$(MODE=helm IMAGE_REPOSITORY=ghcr.io/acme/new IMAGE_TAG=1e10 IMAGE_DIGEST="$(digest 1)" SOURCE_REVISION=abc awk -f "$work/scripts/set-version.awk" "$work/values.yaml")" \
  "# A comment.
image: # the version
  repository: 'ghcr.io/acme/new' # where
  tag: '1e10'   # quoted
  digest: '$(digest 1)'
  # Between.
  sourceRevision: 'abc'
  nested:
    tag: stays
other:
  tag: stays"
cat > "$work/kustomization.yaml" << 'EOF'
images:
  - name: other
    newTag: '1'
    digest: sha256:other
  - name: mine
    newName: ghcr.io/acme/mine # its marker
    newTag: 0.1.0
    digest: ''
labels: []
EOF
check 'a version in a kustomization: one item, and its marker stays' \
  "$(MODE=kustomize IMAGE_NAME=mine IMAGE_TAG=2 IMAGE_DIGEST="$(digest 2)" awk -f "$work/scripts/set-version.awk" "$work/kustomization.yaml")" \
  "images:
  - name: other
    newTag: '1'
    digest: sha256:other
  - name: mine
    newName: ghcr.io/acme/mine # its marker
    newTag: '2'
    digest: '$(digest 2)'
labels: []"
check 'a value that could leave its quotes is refused' \
  "$(MODE=helm IMAGE_REPOSITORY="x' #" IMAGE_TAG=1 IMAGE_DIGEST='' SOURCE_REVISION='' awk -f "$work/scripts/set-version.awk" "$work/values.yaml" > /dev/null 2>&1 || echo refused)" refused
check 'values without an image are refused' "$(printf 'replicas: 1\n' | MODE=helm awk -f "$work/scripts/set-version.awk" > /dev/null 2>&1 || echo refused)" refused

# --- git-askpass.sh ----------------------------------------------------------------------------------------------------------
ask() { GIT_TOKEN=t0ken GITOPS_URL=https://git.example.org/acme/gitops.git sh "$work/scripts/git-askpass.sh" "$1" || echo refused; }
check 'the token is for the host of the GitOps repository' "$(ask "Password for 'https://git.example.org': ")" t0ken
check 'with a user before it' "$(ask "Password for 'https://x-access-token@git.example.org': ")" t0ken
check 'and for no other' "$(ask "Password for 'https://evil.example.org': ")" refused
check 'nor for one that begins alike' "$(ask "Password for 'https://git.example.org.evil.example': ")" refused
check 'nor for a user that looks like it' "$(ask "Password for 'https://git.example.org@evil.example.org': ")" refused

# --- repositories ------------------------------------------------------------------------------------------------------------
git config --global init.defaultBranch main
git config --global user.name test
git config --global user.email dev@example.org
repository() {
  git init --quiet --bare "$work/$1.git"
  git clone --quiet "$work/$1.git" "$work/$1" 2> /dev/null
}
commit() { (cd "$1" && git add --all && GIT_COMMITTER_DATE="$3" git commit --quiet --message "$2" --date "$3" && git push --quiet origin main); }
version() {
  cat > "$work/gitops/applications/$1/orders/values.yaml" << EOF
image:
  repository: ghcr.io/acme/orders
  tag: v$2
  digest: $(digest "$2")
  sourceRevision: $(printf '%040d' "$2")
replicas: 1
EOF
}
repository gitops
mkdir -p "$work"/gitops/applications/{dev,staging,production}/orders
cat > "$work/gitops/platform.yaml" << 'EOF'
environments:
  - { name: dev, domain: dev.example.org, writer: ci }
  - { name: staging, domain: staging.example.org, writer: promotion }
  - { name: production, domain: example.org, writer: promotion, registry: 111122223333.dkr.ecr.eu-central-1.amazonaws.com/acme }
EOF
for environment in dev staging production; do version "$environment" 1; done
commit "$work/gitops" one 2026-01-01T00:00:00Z
version dev 2
commit "$work/gitops" 'two, which stood for five minutes' 2026-01-02T00:00:00Z
version dev 3
commit "$work/gitops" three 2026-01-02T00:05:00Z

repository source
printf 'module x\n' > "$work/source/go.mod"
commit "$work/source" source 2026-01-01T00:00:00Z
# What is an https:// address to the scripts is a folder to git.
git config --global "url.$work/source.git.insteadOf" https://github.com/acme/orders.git
git config --global "url.$work/gitops.git.insteadOf" https://github.com/acme/gitops.git
head=$(git -C "$work/source" rev-parse HEAD)
export GIT_PROVIDER=github GITOPS_URL=https://github.com/acme/gitops.git GITOPS_BRANCH=main GIT_TOKEN=t0ken SERVICE=orders

run fetch.sh GIT_URL=https://github.com/acme/orders.git GIT_REVISION=main SOURCE="$work/src"
check 'fetch: the commit' "$code $(told commit)" "0 $head"
check 'fetch: the stack and its image' "$(told stack) $(told test-image) $(told author)" 'go docker.io/library/golang:1.26.8-bookworm dev@example.org'
run fetch.sh GIT_URL="ext::sh -c touch% $work/pwned" GIT_REVISION=main SOURCE="$work/src"
check 'fetch: nothing but https' "$code $([ -e "$work/pwned" ] && echo ran)" '1 '
run fetch.sh GIT_URL=https://github.com/acme/orders.git GIT_REVISION='--upload-pack=touch x' SOURCE="$work/src"
check 'fetch: no option for a revision' "$code" 1

# --- update-gitops -----------------------------------------------------------------------------------------------------------
export ANSWERS
ANSWERS=$(
  cat << 'EOF'
/pulls?state=open|[]
--request POST*/pulls|{"number": 7}
--request GET*/pulls/7|{"node_id": "PR_7"}
/graphql|{"data": {}}
EOF
)
update() {
  : > "$CALLS"
  run update-gitops.sh GIT_URL=https://github.com/acme/orders.git SOURCE_BRANCH=main IMAGE_REPOSITORY=ghcr.io/acme/orders IMAGE_TAG=v4 \
    IMAGE_DIGEST="$(digest 4)" SOURCE_REVISION="${1:-$head}" RUN=build-1 "${@:2}"
}
update
check 'update: a pull request for what CI writes' "$code $(told pull-request)" '0 7'
check 'update: its branch changes dev alone' "$(git -C "$work/gitops.git" diff --name-only main bump/orders)" applications/dev/orders/values.yaml
check 'update: four lines' "$(git -C "$work/gitops.git" diff --numstat main bump/orders | cut -f 1,2)" "4	4"
check 'update: it merges when its checks are green' "$(grep -c enablePullRequestAutoMerge "$CALLS")" 1
check 'update: the token is in no argument' "$(grep -c t0ken "$CALLS")" 0
update "$(printf '%040d' 9)"
check 'update: an older commit is not put back' "$code $(told pull-request) $(wc -l < "$CALLS")" '0  0'
update "$head" SERVICE=unknown
check 'update: a service that is not there yet is no error' "$code $(wc -l < "$CALLS")" '0 0'
update "$head" SERVICE=../../etc
check 'update: a name is a name' "$code" 1

providers() {
  : > "$CALLS"
  ANSWERS=$2 update "$head" GIT_PROVIDER="$1" GITOPS_URL="$3"
  check "update: $1" "$code $(told pull-request)" '0 7'
  check "update: $1 is asked where its API is" "$(grep -c "$4" "$CALLS" | sed 's/^[1-9][0-9]*$/yes/')" yes
}
for url in https://gitlab.example.org/acme/team/gitops.git https://bitbucket.org/acme/gitops.git https://dev.azure.com/acme/shop/_git/gitops https://git.example.org/acme/gitops.git; do
  git config --global --add "url.$work/gitops.git.insteadOf" "$url"
done
providers gitlab 'state=opened|[]
--request POST|{"iid": 7}
--request PUT|{}' https://gitlab.example.org/acme/team/gitops.git 'https://gitlab.example.org/api/v4/projects/acme%2Fteam%2Fgitops/merge_requests/7/merge'
providers bitbucket '--get|{"values": []}
--request POST|{"id": 7}' https://bitbucket.org/acme/gitops.git https://api.bitbucket.org/2.0/repositories/acme/gitops/pullrequests
providers azure-devops 'searchCriteria|{"value": []}
--request POST|{"pullRequestId": 7}
--request GET*/pullrequests/7|{"createdBy": {"id": "me"}}
--request PATCH|{}' https://dev.azure.com/acme/shop/_git/gitops 'https://dev.azure.com/acme/shop/_apis/git/repositories/gitops/pullrequests/7'
providers github "$ANSWERS" https://git.example.org/acme/gitops.git https://git.example.org/api/v3/repos/acme/gitops/pulls

# --- deploy ------------------------------------------------------------------------------------------------------------------
run changed-service.sh GITOPS_REVISION="$(git -C "$work/gitops" rev-parse HEAD)" SERVICE=
check 'changed: the service, its version and where to go next' \
  "$code $(told service) $(told first) $(told second) $(told third) $(told digest) $(told url)" \
  "0 orders dev staging production $(digest 3) https://orders.staging.example.org"
run changed-service.sh GITOPS_REVISION=HEAD SERVICE=orders
check 'changed: the one that a person names' "$(told service) $(told source-url)" 'orders https://github.com/acme/orders.git'
# A workload with two images in one overlay.
overlay() {
  mkdir -p "$work/gitops/workloads/shop/overlays/$1"
  cat > "$work/gitops/workloads/shop/overlays/$1/kustomization.yaml" << EOF
images:
  - name: shop-api
    newTag: '$2'
    digest: '$(digest "$2")'
  - name: shop-page
    newTag: '$3'
    digest: '$(digest "$3")'
EOF
}
overlay dev 1 1
overlay staging 1 1
mkdir -p "$work/gitops/workloads/shop/api"
touch "$work/gitops/workloads/shop/api/Dockerfile"
commit "$work/gitops" shop 2026-01-03T00:00:00Z
overlay dev 2 1
commit "$work/gitops" 'shop-api 2' 2026-01-04T00:00:00Z
run changed-service.sh GITOPS_REVISION="$(git -C "$work/gitops" rev-parse HEAD)" SERVICE=
check 'changed: one image of a workload' \
  "$code $(told service) $(told application) $(told url) $(told source-subdirectory) $(told digest)" \
  "0 shop-api shop http://api.shop-staging workloads/shop/api $(digest 2)"
run promote.sh SERVICE=shop-api FROM_ENVIRONMENT=dev TO_ENVIRONMENT=staging MERGE=false
check 'promote: one image of a workload' "$code $(git -C "$work/gitops.git" diff --numstat main promote/shop-api-staging)" \
  "0 2	2	workloads/shop/overlays/staging/kustomization.yaml"
overlay dev 3 3
commit "$work/gitops" both 2026-01-05T00:00:00Z
run changed-service.sh GITOPS_REVISION="$(git -C "$work/gitops" rev-parse HEAD)" SERVICE=
check 'changed: two at once are for a person' "$code $(told service)" '0 '
run promote.sh FROM_ENVIRONMENT=dev TO_ENVIRONMENT=staging MERGE=false
check 'promote: a pull request with the version of dev' "$code $(told version) $(told digest)" "0 v3 $(digest 3)"
check 'promote: only the version of staging' "$(git -C "$work/gitops.git" diff --name-only main promote/orders-staging)" applications/staging/orders/values.yaml
run promote.sh FROM_ENVIRONMENT=dev TO_ENVIRONMENT=production MERGE=false
check 'promote: into the registry of the environment' \
  "$(git -C "$work/gitops.git" show promote/orders-production:applications/production/orders/values.yaml | grep repository)" \
  "  repository: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/acme/orders'"

healthy() {
  jq -n --arg sync "$1" --arg health "$2" --arg phase "$3" --arg image "ghcr.io/acme/orders:v3@$(digest "$4")" \
    '{ status: { sync: { status: $sync }, health: { status: $health }, operationState: { phase: $phase }, summary: { images: [$image] } } }' > "$work/application"
  run await-healthy.sh STATE="$work/application" APPLICATION=orders ENVIRONMENT=staging DIGEST="$(digest 3)" WAIT_SECONDS=1 POLL_SECONDS=1
}
healthy Synced Healthy Succeeded 3
check 'healthy: with the wanted image' "$code" 0
healthy Synced Healthy Succeeded 2
check 'healthy: with another one it waits, and gives up' "$code" 1
healthy Synced Degraded Succeeded 3
check 'healthy: Degraded is an answer' "$code ${output##*is }" '1 Degraded with the new image: Argo CD'\''s page says which resource'
healthy OutOfSync Missing Failed 3
check 'healthy: a failed sync is one too' "$code" 1

# --- roll back ---------------------------------------------------------------------------------------------------------------
run previous-version.sh ENVIRONMENT=dev MIN_MINUTES=10
check 'previous: not the one that stood for five minutes' "$code $(told tag) $(told digest)" "0 v1 $(digest 1)"
run previous-version.sh ENVIRONMENT=dev MIN_MINUTES=1
check 'previous: it, where that is enough' "$(told tag)" v2
run previous-version.sh ENVIRONMENT=staging MIN_MINUTES=1
check 'previous: none, where there was one version only' "$code" 1
run roll-back.sh ENVIRONMENT=dev IMAGE_REPOSITORY=ghcr.io/acme/orders IMAGE_TAG=v1 IMAGE_DIGEST="$(digest 1)" SOURCE_REVISION=abc REASON='Too many errors'
check 'roll back: a commit with the version' \
  "$code $(git -C "$work/gitops.git" show rollback/orders-dev:applications/dev/orders/values.yaml | grep -c "$(digest 1)")" '0 1'

# --- the rest ----------------------------------------------------------------------------------------------------------------
login() {
  run registry-login.sh IMAGE="$1" DOCKER_CONFIG="$work/login" REGISTRY_USERNAME=robot REGISTRY_PASSWORD='p@ss"word'
  jq -r '.auths | to_entries[] | .key + " " + (.value.auth | @base64d)' "$work/login/config.json"
}
check 'login: Harbor' "$(login harbor.example.org/acme/orders)" 'harbor.example.org robot:p@ss"word'
check 'login: Quay' "$(login quay.io/acme/orders)" 'quay.io robot:p@ss"word'
check 'login: Docker Hub by its name' "$(login docker.io/acme/orders)" 'https://index.docker.io/v1/ robot:p@ss"word'
check 'login: Docker Hub without one' "$(login acme/orders)" 'https://index.docker.io/v1/ robot:p@ss"word'
cat > "$work/bin/aws" << 'EOF'
#!/usr/bin/env bash
echo "token of $*"
EOF
chmod +x "$work/bin/aws"
check 'login: ECR by the role of the pod' "$(login 111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders)" \
  '111122223333.dkr.ecr.eu-central-1.amazonaws.com AWS:token of ecr get-login-password --region eu-central-1'

smoke() {
  ANSWERS=$1
  run smoke-tests.sh HEALTH_URL=http://orders:8081/actuator/health BASE_URL=https://orders.example.org ENDPOINTS='/api/orders'
  echo "$code"
}
check 'smoke: up' "$(smoke 'actuator/health|{"status": "UP", "components": {"db": {"status": "UP"}}}
/api/orders|[]')" 0
check 'smoke: down' "$(smoke 'actuator/health|{"status": "DOWN"}')" 1
check 'smoke: without its database' "$(smoke 'actuator/health|{"status": "UP", "components": {"db": {"status": "DOWN"}}}')" 1
check 'smoke: without an endpoint' "$(smoke 'actuator/health|{"status": "UP"}')" 1
check 'smoke: no health' "$(smoke 'actuator/health|<html>')" 1
check 'smoke: in a word' "$(smoke 'actuator/health|ok
/api/orders|[]')" 0

cat > "$work/bin/jmeter" << 'EOF'
#!/usr/bin/env bash
while [ "$1" != -l ]; do shift; done
{
  echo timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success
  for i in $(seq 100); do echo "1,$(( i > FAST ? 900 : 100 )),GET,200,OK,t,text,$([ "$i" -gt "$GOOD" ] && echo false || echo true)"; done
} > "$2"
EOF
chmod +x "$work/bin/jmeter"
load() {
  run load-test.sh FAST="$1" GOOD="$2" BASE_URL=https://orders.example.org:8443/x REQUEST_PATH=/ USERS=100 SECONDS_LONG=300 LIMIT_MS=500 REPORTS="$work/reports"
  echo "$code $(told p95)"
}
check 'load: fast enough' "$(load 95 100)" '0 100'
check 'load: too slow' "$(load 94 100)" '1 900'
check 'load: too many failures' "$(load 100 99)" '1 100'

cat > "$work/bin/flyway" << 'EOF'
#!/usr/bin/env bash
echo "flyway $* $FLYWAY_USER"
EOF
chmod +x "$work/bin/flyway"
mkdir -p "$work/migrations/db" "$work/database"
for key in url username password; do echo "$key" > "$work/database/$key"; done
migrate() {
  printf '%s\n' "$1" > "$work/migrations/db/V1__x.sql"
  run migrate.sh SOURCE="$work/migrations" MIGRATIONS=db COMMAND="${2:-migrate}" DATABASE="$work/database"
  echo "$code"
}
check 'migrate: what adds' "$(migrate 'ALTER TABLE x ADD COLUMN y int')" 0
check 'migrate: not what drops' "$(migrate 'DROP TABLE x;')" 1
check 'migrate: not what renames' "$(migrate 'ALTER TABLE x RENAME COLUMN a TO b;')" 1
check 'migrate: but what says that nobody needs it' "$(migrate '-- contract: since 1.4 nobody reads x
DROP TABLE x;')" 0
check 'migrate: no other command' "$(migrate 'SELECT 1' clean)" 1

# The channel of the first message.
told_channel() { grep -o '"channel": "[a-z]*"' "$CALLS" | head -n 1 | cut -d '"' -f 4; }
notify() {
  : > "$CALLS"
  ANSWERS='chat.postMessage|{"ok": true, "channel": "C1"}
lookupByEmail|{"ok": true, "user": {"id": "U1"}}' run notify.sh KIND=Build STATUS="$1" RUN=build-1 AUTHOR=dev@example.org ALWAYS="${5:-false}" BUILD_STATUS="$2" \
    TEST_STATUS="$3" SCAN_STATUS="$4" DASHBOARD_URL=https://tekton.example.org SLACK_TOKEN=xoxb SLACK_DEVELOPERS=devs SLACK_PLATFORM=platform "${@:6}"
}
notify Failed None 'Succeeded Failed' 'None None'
check 'notify: tests, to the author too' "$code $(grep -c chat.postMessage "$CALLS") $(grep -c xoxb "$CALLS")" '0 2 0'
check 'notify: what to do' "$(grep -c 'staging is closed' <<< "$output")" 1
notify Failed None 'Succeeded' 'None Failed'
check 'notify: scans, to the security team' "$(grep -c 'Security team' <<< "$output")" 1
check 'notify: in the channel of the platform, where it has none' "$(told_channel)" platform
notify Failed None 'Succeeded' 'None Failed' false SLACK_SECURITY=security
check 'notify: in its own, where it has one' "$(told_channel)" security
notify Failed Failed 'None None' 'None'
check 'notify: builds' "$(grep -c 'docker build' <<< "$output")" 1
notify Succeeded Succeeded Succeeded Succeeded
check 'notify: success is no news' "$code $(wc -l < "$CALLS")" '0 0'
notify Succeeded Succeeded Succeeded Succeeded true
check 'notify: but where it is asked for' "$(grep -c chat.postMessage "$CALLS")" 1

echo "$tests tests, $failures failed"
[ "$failures" -eq 0 ]
