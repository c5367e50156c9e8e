#!/usr/bin/env bash
# What people look at, for a whole nation: every region, 2014 to 2024.
#
#   benchmarks/nation.sh [RELEASE] [HOME]    default: gongkai-home/release/current, and a home below the temporary folder
#
# Writes a dashboard of 3,200 counties after the pattern of one region of RELEASE, opens it in Chromium (first view and
# regions, the median of several), and writes the summaries of every province and prefecture in 256 MB of heap.
# Needs a build, a release of the sample, node, Chromium and about 4 GB of disk.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
release=$(cd "${1:-gongkai-home/release/current}" && pwd -P)
home=${2:-$(mktemp -d)}
mkdir -p "$home"
class_path=$(ls "$root"/jobs/target/gongkai-jobs-*.jar | head -n 1):$(cat "$root/jobs/target/classpath.txt"):$(cat "$root/jobs/target/spark-classpath.txt")
if [ ! -e "$home/release/current" ]; then
  java -Xmx1g -cp "$class_path" "$here/Nation.java" "$release" 640100 "$home"
fi
(cd "$root/tests/browser" && { [ -d node_modules ] || npm install --no-audit --no-fund --no-package-lock >/dev/null; } && node nation.mjs "$home")
echo "summaries of one year, then of all years, in 256 MB of heap:"
for years in "--year 2024" ""; do
  # shellcheck disable=SC2086
  /usr/bin/env time -f '%e s, %M KB resident' java -Xmx256m -XX:+UseSerialGC -cp "$class_path" org.gongkai.jobs.cli.Main \
    summarize --all $years --home "$home"
  du -sh "$home/summaries" | cut -f 1
done
