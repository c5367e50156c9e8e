#!/usr/bin/env bash
# Ingest and marts on a synthesized corpus, and how right they are.
#   benchmarks/ingest.sh [REPORTS] [SEED]
# Peer in the same run: DuckDB with a regular expression a label (Python package duckdb; PYTHON names the interpreter
# that has it). Wrong and missing figures of both are counted against the true values of the corpus.
set -euo pipefail
. "$(dirname "$0")/common.sh"
reports=${1:-20000}
heading "ingest of $reports reports"
corpus "$reports" "${2:-1}" "$scratch/corpus"
measure "ingest" "$root/gongkai" ingest "$scratch/corpus/documents" --home "$scratch/home"
measure "ingest again, nothing new" "$root/gongkai" ingest "$scratch/corpus/documents" --home "$scratch/home"
measure "aggregate" "$root/gongkai" aggregate --home "$scratch/home"
measure "publish" "$root/gongkai" publish --home "$scratch/home"
measure "peer: DuckDB, 58 expressions" "$python" "$here/peer_ingest.py" "$scratch/corpus/documents" "$scratch/peer.parquet"
ratio "ingest" "peer: DuckDB, 58 expressions"
"$python" "$here/check.py" "$scratch/corpus/truth.csv" "$scratch/home" "$scratch/peer.parquet"
