#!/usr/bin/env bash
# The reader alone, one thread, stage by stage: reports a second and bytes allocated a report (JMH).
#   benchmarks/reader.sh [REPORTS] [SEED] [JMH OPTIONS...]
# `benchmarks/reader.sh 2000 1 whole` measures the whole reading only. On a machine that does other work as well only the
# ratios of stages, and of two versions in runs side by side, mean anything.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
reports=${1:-2000}
seed=${2:-1}
shift $(($# > 2 ? 2 : $#))
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

printf '%s reports, seed %s; %s, %s cores, %s MiB, load %s; %s\n' "$reports" "$seed" "$(uname -m)" "$(nproc)" \
  "$(awk '/MemTotal/ { print int($2 / 1024) }' /proc/meminfo)" "$(cut -d' ' -f1 /proc/loadavg)" "$(date -u +%Y-%m-%d)"
"$root/gongkai" synthesize --reports "$reports" --seed "$seed" --out "$scratch/corpus" >/dev/null
(cd "$root" && mvn -B -q -Pbenchmarks -pl benchmarks/reader -am -DskipTests \
  compile dependency:build-classpath -Dmdep.outputFile=target/benchmark-classpath.txt)
java -cp "$root/benchmarks/reader/target/classes:$(cat "$root/benchmarks/reader/target/benchmark-classpath.txt")" \
  org.openjdk.jmh.Main -f 1 -wi 5 -w 4 -i 5 -r 4 -prof gc -jvmArgsAppend "-Dcorpus=$scratch/corpus/documents" "$@" |
  grep -E 'documents,|Benchmark |thrpt|gc.alloc.rate.norm'
