#!/bin/sh
# Git asks for a user name, then for a password, and says for which address: "Password for 'https://name@host': ".
host=${GITOPS_URL#https://}
host=${host%%/*}
asked=${1#*https://}
asked=${asked##*@}
asked=${asked%%[\'/]*}
[ "$asked" = "$host" ] || exit 1
case "$1" in
  Username*) printf '%s\n' "${GIT_USERNAME:-x-access-token}" ;;
  *) printf '%s\n' "$GIT_TOKEN" ;;
esac
