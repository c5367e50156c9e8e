#!/usr/bin/env bash
# Runs every example of every help page on a few reports of the sample, and tries the shell completion in bash.
#
#   tests/cli/examples.sh [COMMAND …]      default: every command
#
# The examples run as they are printed, in a folder that holds the files that they name; addresses outside it
# (/data, /tmp, a cluster) are put inside it, and corpora of thousands are made small.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
commands=("$@")
[ $# -gt 0 ] || commands=(run ingest aggregate publish summarize inspect trace diff synthesize maintain)
gongkai() { timeout 600 "$root/gongkai" "$@"; }

cd "$work"
mkdir -p reports crawl data out
cp "$root"/data/sample/reports/6405/*.txt reports/
cp "$(ls reports/*.txt | head -n 1)" report.txt
mkdir -p data/sample/reports && cp -r "$root/data/sample/reports/6405" data/sample/reports/
printf '<html><body><p>%s</p></body></html>' "$(head -n 5 report.txt)" >report.html
python3 - <<'P'
import json, pathlib, zipfile
texts = sorted(pathlib.Path("reports").glob("*.txt"))
for name in ("crawl.jsonl", "crawl/2018-01.jsonl"):
    with open(name, "w") as out:
        for text in texts[:3]:
            out.write(json.dumps({"source": text.name, "text": text.read_text("utf-8", "replace")}, ensure_ascii=False) + "\n")
with zipfile.ZipFile("archive.zip", "w") as archive:
    archive.write(texts[0])
P

# A home with releases of several numbers, so that what an example names is there.
gongkai run data/sample >out/run.txt
gongkai ingest crawl.jsonl >>out/run.txt
cp -r gongkai-home/release/0001 gongkai-home/release/0002
cp -r gongkai-home/release/0001 gongkai-home/release/0003
mkdir -p data-home && cp -r gongkai-home data-home/gongkai

tried=0
for command in "${commands[@]}"; do
  gongkai "$command" --help | sed -n 's/^ *gongkai /gongkai /p' >"out/$command.examples"
  [ -s "out/$command.examples" ] || { echo "$command shows no example" >&2; exit 1; }
  while IFS= read -r example; do
    call=$(sed -E "s#/data/gongkai(-home)?#$work/data-home/gongkai#g; s#/tmp/#$work/out/#g; s#spark://[a-z0-9.:]+#local[2]#g; s#--reports [0-9]+#--reports 40#; s#'local\[2\]'#local[2]#" <<<"$example")
    if ! eval "$call" >out/said.txt 2>&1 </dev/null; then
      cat out/said.txt >&2
      echo "this example does not run: $example" >&2
      exit 1
    fi
    tried=$((tried + 1))
  done <"out/$command.examples"
done
echo "$tried examples run"

# Completion: the commands at the first word, the options of a command at the next.
# The script is made for an interactive shell, which does not mind what is unset.
set +u
# shellcheck disable=SC1090
source <(gongkai generate-completion)
complete_words() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _complete_gongkai 2>/dev/null || true; printf '%s\n' "${COMPREPLY[@]}"; }
complete_words gongkai su | grep -qx 'summarize *' || { echo "completion offers no summarize for su" >&2; exit 1; }
complete_words gongkai summarize --re | grep -q -- '--region' || { echo "completion offers no --region" >&2; exit 1; }
echo "completion offers commands and options in bash"
