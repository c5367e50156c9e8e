#!/usr/bin/env bash
# What the commands for statisticians answer, and with which exit code: over a home that holds a release of the sample.
#
#   tests/commands.sh [HOME]      default: gongkai-home. Works on a copy.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
here=$(cd "${1:-gongkai-home}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$here" "$work/home"
failed=0

# expect CODE PATTERN ARGUMENTS…: the command ends with the code and says the pattern.
expect() {
  local code=$1 pattern=$2 got=0
  shift 2
  timeout 300 "$root/gongkai" "$@" --home "$work/home" --lang en >"$work/out" 2>&1 || got=$?
  if [ "$got" -eq "$code" ] && grep -qE -- "$pattern" "$work/out"; then
    echo "ok    $code  gongkai $*"
  else
    echo "FAIL  gongkai $*: exit code $got instead of $code, or does not say “$pattern”:"
    sed 's/^/      /' "$work/out" | head -n 20
    failed=1
  fi
}

expect 0 'channel\.weibo.*\.(txt|html|json)' trace --region 640502 --year 2018 --indicator channel.weibo
expect 0 'publication\.total' trace --region 640500 --year 2018 --table channel_shares --indicator weibo
expect 3 'no printed figure' trace --region 640502 --year 1999 --indicator channel.weibo
expect 3 '0099' trace --region 640502 --year 2018 --indicator channel.weibo --release 0099
expect 2 'no table' trace --region 640502 --year 2018 --indicator channel.weibo --table measurs
expect 2 'indicator' trace --region 640502 --year 2018
expect 0 '^0 cells differ' diff 0001 current
expect 3 '0099' diff 0001 0099

# By another process: what a set is made from is told the same in each.
expect 0 '^marts ' aggregate
expect 0 'nothing new to compute' aggregate

printf 'body_id,region_code,first_year,last_year\n640502-甲局,64050,,\n' >"$work/home/roster.csv"
expect 3 'roster\.csv, line 2' aggregate
rm "$work/home/roster.csv"
heading=body_id,report_year,indicator,requester,printed_value,corrected_value,reason,evidence
printf '%s\n640502-无此局,2018,channel.weibo,_T,1,2,试,试\n' "$heading" >"$work/corrections.csv"
expect 4 'corrections\.csv, line 2.*no such figure' aggregate --corrections "$work/corrections.csv"
printf '%s\n640502-无此局,2018,channel.weibo,_T,1,two,试,试\n' "$heading" >"$work/corrections.csv"
expect 3 'corrections\.csv, line 2' aggregate --corrections "$work/corrections.csv"
exit $failed
