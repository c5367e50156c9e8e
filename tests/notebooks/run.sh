#!/usr/bin/env bash
# Executes every notebook in a clean environment, over a home; a figure in them that does not agree with the release stops
# it. Then reads the workbooks of summaries with another library than wrote them.
#
#   tests/notebooks/run.sh [HOME]      default: gongkai-home
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
export GONGKAI_HOME
GONGKAI_HOME=$(cd "${1:-$root/gongkai-home}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check -r "$root/notebooks/requirements.txt"
for notebook in "$root"/notebooks/0*.ipynb; do
  began=$SECONDS
  if ! timeout 300 "$work/venv/bin/jupyter" nbconvert --log-level ERROR --execute --to html --output-dir "$work/out" "$notebook" >"$work/log" 2>&1; then
    tail -n 40 "$work/log" >&2
    echo "$(basename "$notebook") does not run" >&2
    exit 1
  fi
  comparisons=$(grep -o 'figures agree with the release' "$work/out/$(basename "${notebook%.ipynb}").html" | wc -l)
  echo "$(basename "$notebook"): $comparisons comparisons with the release agree, $((SECONDS - began)) s"
done
"$work/venv/bin/python" "$root/tests/notebooks/workbooks.py" "$GONGKAI_HOME"
