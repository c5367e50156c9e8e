#!/usr/bin/env bash
# How much heap a run needs: the same run in ever smaller heaps, until one fails.
#   benchmarks/memory.sh [REPORTS] [HEAP...]     default: 20000, 2g 1500m 1g 768m
set -euo pipefail
. "$(dirname "$0")/common.sh"
reports=${1:-20000}
shift || true
heaps=("$@")
[ $# -gt 0 ] || heaps=(2g 1500m 1g 768m)
heading "memory of a run over $reports reports"
corpus "$reports" 1 "$scratch/corpus"
for heap in "${heaps[@]}"; do
  GONGKAI_MEMORY=$heap measure "run in $heap" "$root/gongkai" run "$scratch/corpus/documents" --home "$scratch/home" \
    || { echo "$heap is too little"; break; }
  rm -rf "$scratch/home"
done
