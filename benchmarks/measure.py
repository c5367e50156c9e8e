"""Runs a command and prints its wall seconds, CPU seconds and the peak memory of its largest process.

    python3 benchmarks/measure.py NAME COMMAND...
"""
import resource
import subprocess
import sys
import time

began = time.monotonic()
done = subprocess.run(sys.argv[2:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
wall = time.monotonic() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
if done.returncode:
    sys.exit(done.stdout[-2000:] + f"\n{sys.argv[1]}: exit code {done.returncode}")
cpu = used.ru_utime + used.ru_stime
print(f"{sys.argv[1]:<34}{wall:8.1f} s wall {cpu:8.1f} s CPU {used.ru_maxrss / 1024:8.0f} MiB peak")
