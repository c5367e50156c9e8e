#!/usr/bin/env bash
# Seconds a report and peak memory as the corpus grows, and what single small files cost beside JSON lines.
#   benchmarks/growth.sh [REPORTS...]        default: 20000 100000 200000; 13 KB a report, so 2.6 GB for the last
set -euo pipefail
. "$(dirname "$0")/common.sh"
sizes=("$@")
[ $# -gt 0 ] || sizes=(20000 100000 200000)
heading "growth"
for reports in "${sizes[@]}"; do
  corpus "$reports" 1 "$scratch/corpus"
  measure "ingest $reports" "$root/gongkai" ingest "$scratch/corpus/documents" --home "$scratch/home"
  measure "aggregate $reports" "$root/gongkai" aggregate --home "$scratch/home"
  du -sm "$scratch/home" | awk '{ print "  " $1 " MiB of home" }'
  if [ "$reports" = "${sizes[0]}" ]; then
    corpus "$reports" 1 "$scratch/single" files
    measure "ingest $reports single files" "$root/gongkai" ingest "$scratch/single/documents" --home "$scratch/single-home"
    ratio "ingest $reports single files" "ingest $reports"
  fi
  rm -rf "$scratch/corpus" "$scratch/home" "$scratch/single" "$scratch/single-home"
done
awk -F '\t' '$1 ~ /^(ingest|aggregate) [0-9]+$/ { split($1, w, " "); printf "%-12s%9d reports %8.2f ms wall %8.2f ms CPU a report, %5.0f MiB\n", w[1], w[2], 1000 * $2 / w[2], 1000 * $3 / w[2], $4 }' "$MEASURES"
