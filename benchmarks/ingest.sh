#!/usr/bin/env bash
# Ingest and marts on a synthesized corpus, and how right they are.
#   benchmarks/ingest.sh [REPORTS] [SEED]
# Peer in the same run: DuckDB with a regular expression a label (Python package duckdb; PYTHON names the interpreter
# that has it). Wrong and missing figures of both are counted against the true values of the corpus.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
here=$root/benchmarks
reports=${1:-20000}
seed=${2:-1}
python=${PYTHON:-python3}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

printf '%s reports, seed %s; %s, %s cores, %s MiB; %s\n' "$reports" "$seed" "$(uname -m)" "$(nproc)" \
  "$(awk '/MemTotal/ { print int($2 / 1024) }' /proc/meminfo)" "$(date -u +%Y-%m-%d)"
"$python" "$here/measure.py" "synthesize" "$root/gongkai" synthesize --reports "$reports" --seed "$seed" --out "$scratch/corpus"
du -sm "$scratch/corpus/documents" | awk '{ print $1 " MiB of JSON lines" }'
"$python" "$here/measure.py" "ingest" "$root/gongkai" ingest "$scratch/corpus/documents" --home "$scratch/home"
"$python" "$here/measure.py" "ingest again, nothing new" "$root/gongkai" ingest "$scratch/corpus/documents" --home "$scratch/home"
"$python" "$here/measure.py" "aggregate" "$root/gongkai" aggregate --home "$scratch/home"
"$python" "$here/measure.py" "publish" "$root/gongkai" publish --home "$scratch/home"
"$python" "$here/measure.py" "peer: DuckDB, 58 expressions" "$python" "$here/peer_ingest.py" "$scratch/corpus/documents" "$scratch/peer.parquet"
"$python" "$here/check.py" "$scratch/corpus/truth.csv" "$scratch/home" "$scratch/peer.parquet"
