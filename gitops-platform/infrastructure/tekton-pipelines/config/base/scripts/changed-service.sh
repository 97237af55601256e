#!/bin/sh
# Says which service has a new version in the first environment by the commit that started this run; none where it is none or
# more than one, which is started by hand.
set -eu
. /scripts/lib.sh
. /scripts/gitops-clone.sh
environment() { to_json platform.yaml | INDEX=$1 KEY=$2 jq -r '.environments[env.INDEX | tonumber][env.KEY] // ""'; }
first=$(environment 0 name)
second=$(environment 1 name)

# The images of an overlay at a commit, as JSON.
images_at() {
  git show "$1:$2" > /tmp/overlay.yaml 2> /dev/null || printf '{}' > /tmp/overlay.yaml
  to_json /tmp/overlay.yaml | jq '.images // []'
}

changed_services() {
  git diff --name-only "$GITOPS_REVISION^" "$GITOPS_REVISION" -- "applications/$first" workloads | while read -r file; do
    case "$file" in
      applications/"$first"/*/values.yaml) application_of "$file" ;;
      workloads/*/overlays/"$first"/kustomization.yaml)
        images_at "$GITOPS_REVISION^" "$file" > /tmp/before.json
        images_at "$GITOPS_REVISION" "$file" > /tmp/after.json
        jq -n -r --slurpfile before /tmp/before.json --slurpfile after /tmp/after.json '($after[0] - $before[0])[].name'
        ;;
    esac
  done | sort -u
}

if [ -n "${SERVICE:-}" ]; then
  check_name service "$SERVICE"
  service=$SERVICE
else
  git cat-file -e "$GITOPS_REVISION^{commit}" || fail "there is no commit $GITOPS_REVISION in $GITOPS_URL"
  service=$(changed_services)
fi
case "$service" in
  '' | *'
'*)
    say "Nothing to do: the commit changes ${service:-no service} in $first; start the pipeline by hand for one"
    for name in service application first second third url health-url digest source-url source-revision source-subdirectory; do
      result "$name" ''
    done
    exit 0
    ;;
esac

file=$(version_file "$first" "$service")
[ -n "$file" ] || fail "there is no $service in $first"
application=$(application_of "$file")
version=$(read_version "$file" "$service")
result service "$service"
result application "$application"
result first "$first"
result second "$second"
result third "$(environment 2 name)"
result digest "$(printf '%s\n' "$version" | sed -n 3p)"
case "$file" in
  applications/*)
    # By the way that its users take; its source lies in a repository beside this one.
    next=$(version_file "$second" "$service")
    host=$(if [ -n "$next" ]; then to_json "$next" | jq -r '.route.host // ""'; fi)
    url=https://${host:-$service.$(environment 1 domain)}
    result url "$url"
    result health-url "$url"
    result source-url "${GITOPS_URL%/*}/$service.git"
    result source-revision "$(printf '%s\n' "$version" | sed -n 4p)"
    result source-subdirectory .
    ;;
  *)
    # Inside the cluster, by the name of its Service: that of the image, without the workload's. Its source is in this repository.
    name=${service#"$application"-}
    result url "http://$name.$application-$second"
    result health-url "http://$name.$application-$second"
    result source-url "$GITOPS_URL"
    result source-revision "$(git rev-parse HEAD)"
    folder=workloads/$application
    [ ! -d "$folder/$name" ] || [ -f "$folder/pom.xml" ] || folder=$folder/$name
    result source-subdirectory "$folder"
    ;;
esac
