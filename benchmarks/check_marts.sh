#!/usr/bin/env bash
# Computes the marts of a release a second time, in DuckDB, and compares them cell for cell.
#
#   benchmarks/check_marts.sh [RELEASE]      default: gongkai-home/release/current
#
# Exit code 0 where every cell agrees, 1 where one differs. Needs the jars of a build (mvn package or ./gongkai once).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
release=$(cd "${1:-gongkai-home/release/current}" && pwd -P)
repository=$(cd "$here/.." && mvn -q -o help:evaluate -Dexpression=settings.localRepository -DforceStdout 2>/dev/null || true)
[ -d "$repository" ] || repository=$HOME/.m2/repository
duckdb=$(find "$repository/org/duckdb/duckdb_jdbc" -name 'duckdb_jdbc-*.jar' | sort -V | tail -n 1)
[ -n "$duckdb" ] || { echo "no DuckDB driver in $repository: build once with 'mvn package'" >&2; exit 3; }
exec java -cp "$duckdb" "$here/CheckMarts.java" "$release" "$here/../data/reference" "$here/check_marts.sql" "$here/check_quality.sql"
