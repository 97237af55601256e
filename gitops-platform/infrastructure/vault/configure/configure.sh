#!/bin/sh
# Makes Vault (or OpenBao) what Git says: the KV engine, audit devices, policies and roles. It can be run again at any
# time. It prints names, never a value.
set -eu

cli=$(command -v bao || command -v vault)
token_file=${TOKEN_FILE:-/token/token}
policies=${POLICIES:-/policies}
roles=${ROLES:-/roles}
services=${SERVICES:-/services}

say() { echo "configure: $*"; }
fail() {
  say "$*" >&2
  exit 1
}

VAULT_TOKEN=$("$cli" write -field=token auth/kubernetes/login role=vault-config jwt=@"$token_file") ||
  fail 'cannot log in as vault-config: is the server initialised and unsealed?'
export VAULT_TOKEN

if ! "$cli" secrets list | grep -q '^secret/'; then
  "$cli" secrets enable -path=secret -version=2 kv >/dev/null
  say 'KV engine secret/ is on'
fi

# Two devices: a request is answered while one of them can write, so a full volume stops nothing.
if [ -n "${AUDIT_FILE:-}" ]; then
  devices=$("$cli" audit list 2>/dev/null || true)
  echo "$devices" | grep -q '^file/' || "$cli" audit enable -path=file file file_path="$AUDIT_FILE" mode=0600 >/dev/null
  echo "$devices" | grep -q '^stdout/' || "$cli" audit enable -path=stdout file file_path=stdout >/dev/null
  say 'audit devices are on'
fi

for file in "$policies"/*.hcl; do
  name=$(basename "$file" .hcl)
  "$cli" policy write "$name" "$file" >/dev/null
  say "policy $name"
done

for file in "$roles"/*.json; do
  name=$(basename "$file" .json)
  "$cli" write "auth/kubernetes/role/$name" @"$file" >/dev/null
  say "role $name"
done

# A service's policy may say one thing: read below its own path. Anything else is refused before anything of it is
# applied, whoever has approved it.
readonly_lines() {
  environment=$1
  service=$2
  grep -vE '^[[:space:]]*(#.*)?$' |
    grep -vE "^path \"secret/(data|metadata|subkeys)/$environment/$service/[^\"]*\" \{ capabilities = \[(\"read\"|\"list\"|\"read\", \"list\")\] \}\$" || true
}

wanted=
for file in "$services"/*.hcl; do
  [ -e "$file" ] || continue
  key=$(basename "$file" .hcl)
  environment=${key%%.*}
  service=${key#*.}
  case "$environment/$service" in
    *[!a-z0-9/-]* | /* | */ | platform/*) fail "$key.hcl: the name must be <environment>.<service>.hcl" ;;
  esac
  other=$(readonly_lines "$environment" "$service" <"$file")
  if [ -n "$other" ]; then
    fail "$environment/$service.hcl: only 'path \"secret/data/$environment/$service/…\" { capabilities = [\"read\"] }' (or metadata, subkeys; or list) is allowed, found: $other"
  fi
  name=service-$environment-$service
  "$cli" policy write "$name" "$file" >/dev/null
  "$cli" write "auth/kubernetes/role/$name" \
    bound_service_account_names="$service" \
    bound_service_account_namespaces="$service-$environment" \
    audience=vault token_policies="$name" token_ttl=1h token_max_ttl=24h >/dev/null
  wanted="$wanted $name"
  say "service $environment/$service"
done

for name in $("$cli" list auth/kubernetes/role | grep '^service-' || true); do
  case "$wanted " in
    *" $name "*) ;;
    *)
      "$cli" delete "auth/kubernetes/role/$name" >/dev/null
      say "role $name is gone from Git, and here"
      ;;
  esac
done
for name in $("$cli" policy list | grep '^service-' || true); do
  case "$wanted " in
    *" $name "*) ;;
    *)
      "$cli" policy delete "$name" >/dev/null
      say "policy $name is gone from Git, and here"
      ;;
  esac
done

"$cli" token revoke -self >/dev/null
say 'done'
