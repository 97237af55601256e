#!/bin/sh
# Known vulnerabilities of dependencies (OWASP). Those of a CVSS score from the limit on close the pipeline.
set -eu
. /scripts/lib.sh
# Empty where no volume is given.
DATA=${DATA:-/tmp/data}
mkdir -p "$REPORTS" "$DATA"
set -- --project "$SERVICE" --scan "$SOURCE/${SUBDIRECTORY:-.}" --format HTML --format JSON --out "$REPORTS" \
  --data "$DATA" --failOnCVSS "$CVSS" --disableOssIndex
if [ -n "${NVD_DATAFEED:-}" ]; then
  set -- "$@" --nvdDatafeed "$NVD_DATAFEED"
elif [ -n "${NVD_API_KEY:-}" ]; then
  # In a file: the arguments of a process are for all to see.
  (umask 077 && printf 'nvd.api.key=%s\n' "$NVD_API_KEY" > /tmp/dependency-check.properties)
  set -- "$@" --propertyfile /tmp/dependency-check.properties
fi
/usr/share/dependency-check/bin/dependency-check.sh "$@" \
  || fail "a dependency has a vulnerability of CVSS $CVSS or more, or the list could not be had: $REPORTS/dependency-check-report.html. Raise the version, or suppress it in the service's repository with a reason"
