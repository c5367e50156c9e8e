#!/usr/bin/env bash
# Walks docs/tour.md: runs its commands and compares what they print with what the page shows.
#
#   tests/cli/tour.sh
#
# A block that begins with "./gongkai" is a command; the block after it, up to the next text, is what it has to print. A line
# of the page that is only "…" stands for any lines, and times may differ.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/clone"
ln -s "$root"/* "$work/clone/"
cd "$work/clone"
python3 - "$root/docs/tour.md" <<'P'
import re, subprocess, sys

blocks, block = [], []
for line in open(sys.argv[1], encoding="utf-8").read().splitlines() + ["end"]:
    if line.startswith("    "):
        block.append(line[4:])
    elif not line.strip():
        if block:
            block.append("")
    elif block:
        blocks.append("\n".join(block).strip("\n"))
        block = []
times = lambda text: re.sub(r"\d+[.,]\d+ (秒|s)\b", "T", text)
run = compared = 0
i = 0
while i < len(blocks):
    parts = re.split(r"\n\n+", blocks[i])
    command, shown = parts[0], "\n".join(parts[1:])
    if not command.startswith("./gongkai"):
        i += 1
        continue
    if not shown and i + 1 < len(blocks) and not blocks[i + 1].startswith("./gongkai"):
        i += 1
        shown = blocks[i]
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=280)
    if done.returncode != 0:
        sys.exit(f"{command}\n{done.stdout}{done.stderr}")
    run += 1
    printed = times(done.stdout)
    at = 0
    for line in times(shown).splitlines():
        if line.strip() in ("", "…"):
            continue
        found = printed.find(line.rstrip(), at)
        if found < 0:
            sys.exit(f"{command}\nno longer prints:\n{line}\nbut:\n{done.stdout}")
        at = found + len(line.rstrip())
        compared += 1
    i += 1
print(f"tour: {run} commands run, {compared} lines are as the page shows them")
P
