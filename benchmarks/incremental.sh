#!/usr/bin/env bash
# One report in a hundred has changed: what ingest and aggregate take, beside the whole, and whether the release equals that
# of a home that read everything at once.
#   benchmarks/incremental.sh [REPORTS] [SEED]
set -euo pipefail
. "$(dirname "$0")/common.sh"
reports=${1:-20000}
heading "one of a hundred of $reports reports changes"
corpus "$reports" "${2:-1}" "$scratch/corpus"
mkdir "$scratch/none"
"$python" - "$scratch/corpus/documents" "$scratch/changed.jsonl" <<'PYTHON'
import json, pathlib, sys
number = 0
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for shard in sorted(pathlib.Path(sys.argv[1]).glob("*.jsonl")):
        for line in open(shard, encoding="utf-8"):
            number += 1
            if number % 100 == 0:
                record = json.loads(line)
                record["published_on"] = record["published_on"][:5] + "06-30"
                field = "html" if "html" in record else "text"
                record[field] += "<p>更正后重新公布。</p>" if field == "html" else "\n更正后重新公布。\n"
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
PYTHON
measure "floor: nothing to read" "$root/gongkai" ingest "$scratch/none" --home "$scratch/empty"
measure "ingest, all" "$root/gongkai" ingest "$scratch/corpus/documents" --home "$scratch/home"
measure "aggregate, all" "$root/gongkai" aggregate --home "$scratch/home"
measure "ingest, all again, unchanged" "$root/gongkai" ingest "$scratch/corpus/documents" --home "$scratch/home"
measure "ingest, one of a hundred" "$root/gongkai" ingest "$scratch/changed.jsonl" --home "$scratch/home"
measure "aggregate, one of a hundred" "$root/gongkai" aggregate --home "$scratch/home"
ratio "ingest, one of a hundred" "ingest, all"
ratio "ingest, one of a hundred" "floor: nothing to read"
ratio "aggregate, one of a hundred" "aggregate, all"
gongkai publish --home "$scratch/home" >/dev/null
gongkai run "$scratch/corpus/documents" "$scratch/changed.jsonl" --home "$scratch/whole" >/dev/null
for file in "$scratch/home/release/current/csv/"*.csv; do
  cmp "$file" "$scratch/whole/release/current/csv/$(basename "$file")" || { echo "differs from a full rebuild"; exit 1; }
done
echo "every table equals that of a home that read all of it at once"
