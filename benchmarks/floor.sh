#!/usr/bin/env bash
# The small-run floor: whole processes, from nothing to tables, on a handful of reports.
#   benchmarks/floor.sh [FOLDER_OF_REPORTS] [RUNS]
# Prints minimum, median and maximum of the wall seconds of: a run into an empty home, the same run again (nothing
# new), and inspect of one report. The peer is an empty JVM start, which nobody who uses a JVM can beat.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
reports=${1:-$root/data/sample}
runs=${2:-5}
one=$(find "$reports" -name '*.txt' | sort | head -n 1)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

wall() {
  local from to
  from=$(date +%s%N)
  "$@" >"$scratch/out" 2>&1 || { cat "$scratch/out" >&2; exit 1; }
  to=$(date +%s%N)
  echo $(((to - from) / 1000000))
}

spread() {
  sort -n | awk '{ v[NR] = $1 / 1000 } END { printf "min %.2f  median %.2f  max %.2f s  (%d runs)\n", v[1], v[int((NR + 1) / 2)], v[NR], NR }'
}

"$root/gongkai" run "$reports" --home "$scratch/warm-up" >/dev/null 2>&1
"$root/gongkai" inspect "$one" >/dev/null 2>&1

printf '%s, %s cores, %s\n' "$(uname -m)" "$(nproc)" "$(java -version 2>&1 | head -n 1)"
printf '%-34s' "run, empty home"
for i in $(seq "$runs"); do wall "$root/gongkai" run "$reports" --home "$scratch/home-$i"; done | spread
printf '%-34s' "run again, nothing new"
for i in $(seq "$runs"); do wall "$root/gongkai" run "$reports" --home "$scratch/home-1"; done | spread
printf '%-34s' "inspect, one report"
for i in $(seq "$runs"); do wall "$root/gongkai" inspect "$one"; done | spread
printf '%-34s' "peer: java -version"
for i in $(seq "$runs"); do wall java -version; done | spread
