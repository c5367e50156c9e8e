#!/usr/bin/env bash
# A standalone master with one and with two workers of one core each, on this machine's loopback.
#   benchmarks/cluster.sh [REPORTS] [SEED]
# The daemons are started from the jars of the build and ended by their process ids.
set -euo pipefail
. "$(dirname "$0")/common.sh"
reports=${1:-20000}
heading "cluster, $reports reports"
corpus "$reports" "${2:-1}" "$scratch/corpus"
port=${PORT:-17077}
mkdir -p "$scratch/spark"
class_path=$(gongkai --dry-run --master "spark://127.0.0.1:$port" version | tr ' ' '\n' | sed -n '/^-cp$/{n;p}')
mkdir "$scratch/spark/jars"
tr ':' '\n' <<<"$class_path" | xargs -I {} ln -sf {} "$scratch/spark/jars/"
export SPARK_HOME=$scratch/spark SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1
daemons=()
end() { for id in "${daemons[@]+"${daemons[@]}"}"; do kill "$id" 2>/dev/null || true; done; daemons=(); }
trap 'end; [ -n "${KEEP:-}" ] || rm -rf "$scratch"' EXIT
daemon() {
  java -Xmx512m -cp "$class_path" "$@" >>"$scratch/daemons.log" 2>&1 &
  daemons+=($!)
}
for workers in 1 2; do
  daemon org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$port" --webui-port 0
  sleep 5
  for _ in $(seq "$workers"); do
    daemon org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --webui-port 0 --cores 1 --memory 2g -d "$scratch/work" "spark://127.0.0.1:$port"
  done
  sleep 5
  measure "run, $workers executors" env -u SPARK_HOME "$root/gongkai" --master "spark://127.0.0.1:$port" run "$scratch/corpus/documents" --home "$scratch/home-$workers" -- --conf spark.executor.memory=1g --conf spark.executor.cores=1
  end
  sleep 3
done
ratio "run, 2 executors" "run, 1 executors"
for file in "$scratch/home-1/release/current/csv/"*.csv; do
  cmp "$file" "$scratch/home-2/release/current/csv/$(basename "$file")" || { echo "one and two executors differ"; exit 1; }
done
echo "one and two executors: every table equal"
