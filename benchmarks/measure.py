"""Runs a command and prints its wall seconds, CPU seconds and the peak memory of its largest process.

    python3 benchmarks/measure.py NAME COMMAND...
    python3 benchmarks/measure.py --ratio NAME PEER     how many times the peer's seconds, of the last run of each

With MEASURES=FILE every run is appended to the file as a line: name, wall, CPU, MiB, apart by tabs; --ratio reads it.
"""
import os
import resource
import subprocess
import sys
import time


def last(name):
    with open(os.environ["MEASURES"], encoding="utf-8") as log:
        found = [line.rstrip("\n").split("\t") for line in log if line.startswith(name + "\t")]
    if not found:
        sys.exit(f"nothing was measured under the name {name}")
    return [float(x) for x in found[-1][1:]]


if sys.argv[1] == "--ratio":
    mine, peer = last(sys.argv[2]), last(sys.argv[3])
    print(f"{sys.argv[2]} ÷ {sys.argv[3]}: {mine[0] / max(peer[0], 0.01):.2f} × wall, {mine[1] / max(peer[1], 0.01):.2f} × CPU")
    sys.exit(0)

name, command = sys.argv[1], sys.argv[2:]
began = time.monotonic()
done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
wall = time.monotonic() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
if done.returncode:
    sys.exit(done.stdout[-2000:] + f"\n{name}: exit code {done.returncode}")
cpu = used.ru_utime + used.ru_stime
peak = used.ru_maxrss / 1024
print(f"{name:<34}{wall:8.1f} s wall {cpu:8.1f} s CPU {peak:8.0f} MiB peak", flush=True)
if "MEASURES" in os.environ:
    with open(os.environ["MEASURES"], "a", encoding="utf-8") as log:
        log.write(f"{name}\t{wall:.3f}\t{cpu:.3f}\t{peak:.0f}\n")
