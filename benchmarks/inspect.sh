#!/usr/bin/env bash
# One report, one process: inspect, beside the start of an empty JVM.
#   benchmarks/inspect.sh [FILE] [RUNS]
set -euo pipefail
. "$(dirname "$0")/common.sh"
file=${1:-$(find "$root/data/sample" -name '*.txt' | sort | head -n 1)}
runs=${2:-5}
heading "inspect of $(wc -c <"$file") bytes, $runs runs"
gongkai inspect "$file" >/dev/null 2>&1
for _ in $(seq "$runs"); do
  measure "inspect" "$root/gongkai" inspect "$file"
  measure "peer: java -version" java -version
done
ratio "inspect" "peer: java -version"
