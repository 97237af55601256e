#!/bin/sh
# Tells the people whom it concerns how a run ended, and what to do now. A message that cannot be sent fails nothing.
set -eu
. /scripts/lib.sh

# One of several statuses is enough.
has_failed() {
  case " $1 " in
    *' Failed '*) ;;
    *) return 1 ;;
  esac
}

case "$KIND:$STATUS" in
  *:Succeeded | *:Completed) [ "$ALWAYS" = true ] || exit 0 ;;
esac

channel=${SLACK_DEVELOPERS:-}
what="$KIND of $SERVICE: $STATUS"
todo=''
if [ "$STATUS" = Failed ]; then
  if has_failed "$SCAN_STATUS"; then
    channel=${SLACK_SECURITY:-${SLACK_PLATFORM:-$channel}}
    todo='Security team: a scan found what must be mended; nothing was pushed. The report is in the log of the failed task.'
  elif has_failed "$TEST_STATUS"; then
    todo='A test failed or the coverage is too low; staging is closed to this commit. The test report is in the log of unit-tests.'
  elif has_failed "$BUILD_STATUS"; then
    todo='The image could not be built; nothing is deployed. The last lines of the task build say why, and docker build . shows the same on a laptop.'
  else
    todo='The log of the failed task says what is wrong and how to mend it.'
  fi
fi
text="$what ($RUN)
${AUTHOR:+Commit of $AUTHOR
}$todo
$DASHBOARD_URL/#/namespaces/ci/pipelineruns/$RUN"
say "$text"
if [ -z "${SLACK_TOKEN:-}" ] || [ -z "$channel" ]; then
  say 'Told nobody: there is no token or channel for Slack'
  exit 0
fi

(umask 077 && printf 'Authorization: Bearer %s\n' "$SLACK_TOKEN" > /tmp/slack)
slack() {
  curl --silent --show-error --max-time 10 --retry 2 --header @/tmp/slack "$@" || true
}
post() {
  CHANNEL=$1 TEXT=$text jq -n '{ channel: env.CHANNEL, text: env.TEXT }' \
    | slack --header 'Content-Type: application/json; charset=utf-8' --data @- https://slack.com/api/chat.postMessage \
    | jq -r 'if .ok then "Told " + .channel else "Slack refused: " + .error end' || true
}
post "$channel"
# The author of the commit, where Slack knows the address.
if [ "$STATUS" = Failed ] && [ -n "$AUTHOR" ]; then
  user=$(slack --get --data-urlencode "email=$AUTHOR" https://slack.com/api/users.lookupByEmail | jq -r '.user.id // empty' || true)
  [ -z "$user" ] || post "$user"
fi
