#!/usr/bin/env bash
# The marts alone, as a whole process, and what they add to a run.
#   benchmarks/marts.sh [REPORTS] [SEED]
# Peer in the same run: DuckDB computes the same marts from the released observations (check_marts.sql), one process,
# and compares every cell, which is part of its time.
set -euo pipefail
. "$(dirname "$0")/common.sh"
reports=${1:-20000}
heading "marts over $reports reports"
corpus "$reports" "${2:-1}" "$scratch/corpus"
measure "ingest" "$root/gongkai" ingest "$scratch/corpus/documents" --home "$scratch/home"
measure "aggregate" "$root/gongkai" aggregate --home "$scratch/home"
measure "aggregate again, nothing new" "$root/gongkai" aggregate --home "$scratch/home"
measure "publish" "$root/gongkai" publish --home "$scratch/home"
measure "run, all in one session" "$root/gongkai" run "$scratch/corpus/documents" --home "$scratch/run"
measure "peer: DuckDB, same marts" "$here/check_marts.sh" "$scratch/home/release/current"
ratio "aggregate" "peer: DuckDB, same marts"
ratio "aggregate" "ingest"
ratio "run, all in one session" "ingest"
