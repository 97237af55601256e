#!/bin/sh
# Initialises Vault (or OpenBao) once, and hands the keys to AWS Secrets Manager. Called with one step at a time, because
# the steps need two images: vault (probe, init, bootstrap) and aws-cli (prepare, store). What they tell each other is in
# /keys, in memory. Every step can be run again. None prints a key or a token.
set -eu
umask 077
keys=${KEYS:-/keys}
token_file=${TOKEN_FILE:-/token/token}
config_policy=${CONFIG_POLICY:-/init/vault-config.hcl}
cli=$(command -v bao || command -v vault || true)

say() { echo "init: $*"; }
fail() {
  say "$*" >&2
  exit 1
}

# new: never initialised; begun: initialised, but nobody can log in yet; done.
state() { cat "$keys/state"; }

probe() {
  # This pod was interrupted after it had initialised: what it wrote counts, not what the server says by now.
  [ ! -s "$keys/init.json" ] || exit 0
  code=0
  "$cli" status -format=json >"$keys/status.json" 2>"$keys/error" || code=$?
  [ "$code" != 1 ] || fail 'Vault does not answer yet'
  if grep -q '"initialized": false' "$keys/status.json"; then
    echo new >"$keys/state"
  elif "$cli" write -field=token auth/kubernetes/login role=vault-config jwt=@"$token_file" >"$keys/login" 2>"$keys/error"; then
    # A token was made only to see that it can be.
    VAULT_TOKEN=$(cat "$keys/login") "$cli" token revoke -self >/dev/null
    rm "$keys/login"
    echo 'done' >"$keys/state"
  else
    echo begun >"$keys/state"
  fi
  say "found: $(state)"
}

# Before Vault is initialised: what cannot be stored must not be made.
prepare() {
  case $(state) in
    'done') exit 0 ;;
    begun)
      [ -s "$keys/init.json" ] || aws secretsmanager get-secret-value --secret-id "$INIT_SECRET" \
        --query SecretString --output text >"$keys/init.json"
      ;;
    new)
      if [ -s "$keys/init.json" ]; then exit 0; fi
      aws secretsmanager describe-secret --secret-id "$INIT_SECRET" >/dev/null 2>&1 ||
        aws secretsmanager create-secret --name "$INIT_SECRET" --kms-key-id "$INIT_KEY" \
          --description 'Recovery keys of Vault. Not its data: that is sealed with KMS.' >/dev/null
      # Beside what is current: after a disaster the keys of the Vault before are still needed.
      aws secretsmanager put-secret-value --secret-id "$INIT_SECRET" \
        --secret-string '{"state":"about to be initialised"}' --version-stages pending >/dev/null
      say 'AWS Secrets Manager takes the keys'
      ;;
  esac
}

init() {
  if [ "$(state)" != new ] || [ -s "$keys/init.json" ]; then exit 0; fi
  "$cli" operator init -recovery-shares=5 -recovery-threshold=3 -format=json >"$keys/init.part" 2>"$keys/error" ||
    fail 'initialisation failed; the reason is in the log of the servers'
  mv "$keys/init.part" "$keys/init.json"
  say 'initialised'
}

store() {
  [ "$(state)" = new ] || exit 0
  # A version without a stage of its own is deleted in time.
  aws secretsmanager put-secret-value --secret-id "$INIT_SECRET" --secret-string "file://$keys/init.json" \
    --version-stages AWSCURRENT "initialised-$(date -u +%Y%m%dT%H%M%SZ)" >/dev/null
  say "recovery keys and root token are in AWS Secrets Manager: $INIT_SECRET"
}

# Whoever applies Git gets a narrow role of its own; then the root token goes.
bootstrap() {
  [ "$(state)" != 'done' ] || exit 0
  VAULT_TOKEN=$(sed -n 's/.*"root_token": *"\([^"]*\)".*/\1/p' "$keys/init.json")
  export VAULT_TOKEN
  [ -n "$VAULT_TOKEN" ] || fail "$INIT_SECRET holds no root token: README.md, 'Vault is initialised and nobody can log in'"
  tries=0
  until "$cli" token lookup >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ "$tries" -lt 60 ] || fail "the root token of $INIT_SECRET is not accepted: README.md, 'Vault is initialised and nobody can log in'"
    sleep 2
  done
  "$cli" auth list | grep -q '^kubernetes/' || "$cli" auth enable kubernetes >/dev/null
  "$cli" write auth/kubernetes/config kubernetes_host="${KUBERNETES_HOST:-https://kubernetes.default.svc}" >/dev/null
  "$cli" policy write vault-config "$config_policy" >/dev/null
  "$cli" write auth/kubernetes/role/vault-config \
    bound_service_account_names=vault-config,vault-init bound_service_account_namespaces="$NAMESPACE" \
    audience=vault token_policies=vault-config token_ttl=10m token_max_ttl=10m >/dev/null
  "$cli" token revoke -self >/dev/null
  say 'vault-config may configure Vault from Git; the root token is revoked'
}

case ${1:-} in
  probe | prepare | init | store | bootstrap) "$1" ;;
  *) fail 'one of probe, prepare, init, store, bootstrap' ;;
esac
