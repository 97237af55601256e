#!/bin/sh
# Builds the image into a file. Nothing is pushed before it is scanned.
set -eu
. /scripts/lib.sh
context="$SOURCE/${CONTEXT:-.}"
[ -f "$context/$DOCKERFILE" ] || fail "there is no $DOCKERFILE in ${CONTEXT:-.}"
mkdir -p "$HOME"
created=$(date -u +%Y-%m-%dT%H:%M:%SZ)
set -- build --frontend dockerfile.v0 --local "context=$context" --local "dockerfile=$context" \
  --opt "filename=$DOCKERFILE" \
  --opt "label:org.opencontainers.image.source=$GIT_URL" --opt "label:org.opencontainers.image.revision=$COMMIT" \
  --opt "label:org.opencontainers.image.created=$created" \
  --opt attest:provenance=mode=max --opt attest:sbom= --progress plain \
  --output "type=oci,dest=$IMAGE_FILE"
buildctl --addr tcp://buildkitd.buildkit.svc:1234 --tlsservername buildkitd.buildkit.svc \
  --tlscacert /certs/ca.crt --tlscert /certs/tls.crt --tlskey /certs/tls.key "$@" \
  || fail 'the image could not be built: the last step above says why. The same build on a laptop: docker build .'
