# What the benchmarks share; to be sourced. SCRATCH names a folder to work in (default: a temporary one), which is
# removed unless KEEP is set. PYTHON names an interpreter with the package duckdb, where a peer is asked for.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
here=$root/benchmarks
python=${PYTHON:-python3}
mkdir -p "${SCRATCH:-${TMPDIR:-/tmp}}"
scratch=$(mktemp -d "${SCRATCH:-${TMPDIR:-/tmp}}/gongkai-benchmark.XXXXXX")
[ -n "${KEEP:-}" ] || trap 'rm -rf "$scratch"' EXIT
export MEASURES=$scratch/measures.tsv

measure() { "$python" "$here/measure.py" "$@"; }
ratio() { "$python" "$here/measure.py" --ratio "$1" "$2"; }
gongkai() { "$root/gongkai" "$@"; }

# Machine, sizes, day: without them a figure says nothing.
heading() {
  printf '%s\n%s, %s cores, %s MiB, load %s; %s; %s\n' "$1" "$(uname -m)" "$(nproc)" \
    "$(awk '/MemTotal/ { print int($2 / 1024) }' /proc/meminfo)" "$(cut -d ' ' -f 1 /proc/loadavg)" \
    "$(java -version 2>&1 | head -n 1)" "$(date -u +%Y-%m-%d)"
}

# corpus REPORTS SEED FOLDER [FORMAT]: made once, so that what follows does not pay for it.
corpus() {
  measure "synthesize $1" "$root/gongkai" synthesize --reports "$1" --years 2014-2024 --seed "$2" --format "${4:-jsonl}" --out "$3"
  du -sm "$3/documents" | awk '{ print "  " $1 " MiB of documents" }'
}
