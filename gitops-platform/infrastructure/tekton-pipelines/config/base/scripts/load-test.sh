#!/bin/sh
# So many users, for so long: the slowest of a hundred must still be fast enough, and next to none may fail.
set -eu
. /scripts/lib.sh
mkdir -p "$REPORTS"
rm -f "$REPORTS/load.jtl"
host=${BASE_URL#*://}
host=${host%%/*}
port=${host##*:}
[ "$port" != "$host" ] || port=''
jmeter -n -t /scripts/load-test.jmx -l "$REPORTS/load.jtl" -j /tmp/jmeter.log -Duser.home=/tmp \
  -Jprotocol="${BASE_URL%%:*}" -Jhost="${host%%:*}" -Jport="$port" -Jpath="$REQUEST_PATH" -Jusers="$USERS" -Jseconds="$SECONDS_LONG" \
  -Jjmeter.save.saveservice.output_format=csv -Jjmeter.save.saveservice.print_field_names=true

# A line of the report: timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,…
awk -F , 'NR > 1 { print $2, $8 }' "$REPORTS/load.jtl" | sort -n > /tmp/times
count=$(wc -l < /tmp/times)
[ "$count" -gt 0 ] || fail 'no request was made'
slow=$(awk -v rank="$(((count * 95 + 99) / 100))" 'NR == rank { print $1 }' /tmp/times)
failed=$(awk '$2 != "true"' /tmp/times | wc -l)
result p95 "$slow"
say "$count requests by $USERS users in $SECONDS_LONG s: 95 % within $slow ms, $failed failed"
[ "$slow" -lt "$LIMIT_MS" ] || fail "95 % of the answers took up to $slow ms; less than $LIMIT_MS ms is the limit"
[ "$((failed * 200))" -lt "$count" ] || fail "$failed of $count requests failed; less than 0.5 % may"
