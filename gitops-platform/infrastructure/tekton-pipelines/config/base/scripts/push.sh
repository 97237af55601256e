#!/bin/sh
# Pushes what was scanned, byte for byte, and says its digest. A tag that is there already is not written again: tags are
# immutable, and a run that is started again must not fail for it.
set -eu
. /scripts/lib.sh
auth="$DOCKER_CONFIG/config.json"
if digest=$(skopeo inspect --authfile "$auth" --format '{{.Digest}}' "docker://$IMAGE:$TAG" 2> /dev/null); then
  say "$IMAGE:$TAG is there already"
else
  skopeo copy --all --preserve-digests --retry-times 3 --authfile "$auth" --digestfile /tmp/digest \
    "oci-archive:$IMAGE_FILE" "docker://$IMAGE:$TAG"
  digest=$(cat /tmp/digest)
fi
case "$digest" in
  sha256:*) ;;
  *) fail "the registry told no digest of $IMAGE:$TAG" ;;
esac
result digest "$digest"
say "$IMAGE:$TAG is $digest"
