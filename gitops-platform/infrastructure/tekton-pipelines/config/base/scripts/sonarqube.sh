#!/bin/sh
# Static analysis. Waits for the quality gate, and fails with it.
set -eu
. /scripts/lib.sh
cd "$SOURCE/${SUBDIRECTORY:-.}"
[ -n "${SONAR_HOST_URL:-}" ] || fail 'there is no SonarQube: write url and token to platform/tekton-pipelines/sonarqube'
mkdir -p "$HOME"
export SONAR_USER_HOME="$CACHE/sonar"

set -- "-Dsonar.projectKey=$SERVICE" "-Dsonar.projectVersion=$COMMIT" -Dsonar.qualitygate.wait=true \
  -Dsonar.qualitygate.timeout=240 -Dsonar.scm.revision="$COMMIT"
if [ "$STACK" = maven ]; then
  set -- "$@" -Dsonar.java.binaries=. '-Dsonar.coverage.jacoco.xmlReportPaths=**/site/jacoco/jacoco.xml'
elif [ "$STACK" = go ]; then
  set -- "$@" "-Dsonar.go.coverage.reportPaths=$REPORTS/cover.out"
fi
sonar-scanner "$@" || fail "the quality gate is closed: $SONAR_HOST_URL/dashboard?id=$SERVICE says why"
