# shellcheck shell=sh
# What the scripts of the tasks share. Every value comes from the environment; none is ever part of a command's text.

say() { printf '%s\n' "$*"; }

fail() {
  printf 'ERROR: %s\n' "$*" >&2
  exit 1
}

# Writes a result of the task: without a line end, which would become a part of it.
result() { printf '%s' "$2" > "$RESULTS/$1"; }

# Refuses a name that could leave its folder, be an option, or be more than a name.
check_name() {
  case "$2" in
    '' | -* | *[!a-z0-9-]*) fail "$1 is '$2', expected lower-case letters, digits and hyphens" ;;
  esac
}

# Git asks a program for the password: no token in an address, an argument or a configuration file. It is for the host of the
# GitOps repository; git-askpass.sh gives it to no other.
use_git() {
  export GIT_TERMINAL_PROMPT=0 HOME="${HOME:-/tmp}"
  mkdir -p "$HOME"
  if [ -n "${GIT_TOKEN:-}" ]; then
    export GIT_ASKPASS=/scripts/git-askpass.sh
  fi
  # Tasks of a run may have other user numbers.
  git config --global --replace-all safe.directory '*'
  git config --global user.name "${GIT_AUTHOR:-ci}"
  git config --global user.email "${GIT_EMAIL:-ci@localhost}"
}

# Where the version of a service in an environment is written, below the GitOps repository that is the working directory: in its
# own values, or in the overlay that has an image of its name.
version_file() {
  if [ -f "applications/$1/$2/values.yaml" ]; then
    printf '%s' "applications/$1/$2/values.yaml"
    return
  fi
  for file in workloads/*/overlays/"$1"/kustomization.yaml; do
    if [ -f "$file" ] && grep -q "^ *- name: $2\$" "$file"; then
      printf '%s' "$file"
      return
    fi
  done
}

# The name of the Application that a version file belongs to, without its environment.
application_of() {
  case "$1" in
    applications/*) basename "$(dirname "$1")" ;;
    *) printf '%s' "$1" | cut -d / -f 2 ;;
  esac
}

# Two programs are called yq. Both print JSON, each in its own way; jq reads it.
to_json() { yq -o=json . "$1" 2> /dev/null || yq . "$1"; }

# Prints repository, tag, digest and sourceRevision of a version file, one a line.
read_version() {
  to_json "$1" | IMAGE_NAME="$2" jq -r '
    if .images then
      .images[] | select(.name == env.IMAGE_NAME) | [.newName, .newTag, .digest, ""]
    else
      .image | [.repository, .tag, .digest, .sourceRevision]
    end | .[] | . // ""'
}

# Writes IMAGE_REPOSITORY, IMAGE_TAG, IMAGE_DIGEST and SOURCE_REVISION into a version file: those lines and no other byte.
write_version() {
  case "$1" in
    */values.yaml) MODE=helm awk -f /scripts/set-version.awk "$1" > /tmp/version ;;
    *) MODE=kustomize IMAGE_NAME="$2" awk -f /scripts/set-version.awk "$1" > /tmp/version ;;
  esac || fail "$1 could not be written"
  cat /tmp/version > "$1"
}
