#!/bin/sh
# Waits until Argo CD says that an environment runs the wanted image, Synced and Healthy. It only reads the Application.
set -eu
. /scripts/lib.sh
check_name application "$APPLICATION"
check_name environment "$ENVIRONMENT"
full_name="$APPLICATION-$ENVIRONMENT"
wanted=${DIGEST:?}
last=''
end=$(($(date +%s) + WAIT_SECONDS))
while [ "$(date +%s)" -lt "$end" ]; do
  # An API server that does not answer once is asked again.
  state=$(kubectl --namespace argocd get application "$full_name" --output json 2> /tmp/errors \
    | jq -r --arg wanted "$wanted" '[
        .status.sync.status // "Unknown",
        .status.health.status // "Unknown",
        .status.operationState.phase // "None",
        (if any(.status.summary.images[]?; contains($wanted)) then "wanted" else "another" end)
      ] | join(" ")' || true)
  if [ "$state" != "$last" ]; then
    say "$full_name: ${state:-$(cat /tmp/errors)}"
    last=$state
  fi
  case "$state" in
    'Synced Healthy Succeeded wanted') exit 0 ;;
    *' Degraded '*' wanted') fail "$full_name is Degraded with the new image: Argo CD's page says which resource" ;;
    *' Failed '*) fail "Argo CD could not sync $full_name: its page says why; the commit is to be reverted or mended" ;;
  esac
  sleep "$POLL_SECONDS"
done
fail "$full_name did not run $wanted within $WAIT_SECONDS s; is the pull request merged?"
