#!/bin/sh
# Renders what would run, in every environment, and checks it against the schemas of Kubernetes. The whole of `platform check`
# is a required check of the pull request; this one is early, and for this service alone.
set -eu
. /scripts/lib.sh
. /scripts/gitops-clone.sh
check_name service "$SERVICE"
found=''
for environment in $(to_json platform.yaml | jq -r '.environments[].name'); do
  file=$(version_file "$environment" "$SERVICE")
  case "$file" in
    '') continue ;;
    applications/*)
      application=$(dirname "$file")/application.yaml
      # Only the environment's own project and namespace: else a file here could deploy there.
      to_json "$application" | ENVIRONMENT=$environment jq -e '
        .spec.project == "workloads-" + env.ENVIRONMENT and (.spec.destination.namespace | endswith("-" + env.ENVIRONMENT))' > /dev/null \
        || fail "$application must name the project workloads-$environment and a namespace that ends with -$environment"
      helm template "$SERVICE" charts/my-microservice --namespace "$SERVICE-$environment" --values "$file"
      ;;
    *) kustomize build "$(dirname "$file")" ;;
  esac > /tmp/manifests.yaml
  kubeconform -strict -summary -ignore-missing-schemas /tmp/manifests.yaml
  found="$found $environment"
done
[ -n "$found" ] || fail "there is no service $SERVICE in applications/ or workloads/"
say "Valid in$found"
