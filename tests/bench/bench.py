# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares Porchlight with other servers on the same files in the same run.

Every case is run against one server after the other, round by round, so that a machine that changes its speed
changes it for all; a figure is the median of the rounds, a ratio the median of the ratios within the rounds.
"""
import argparse
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

import peers

MB = 1_000_000


@dataclass
class Figures:
    per_second: float    # requests, or MB for a download
    per_cpu: float       # the same per second of the server's CPU time
    p99_ms: float | None = None
    kept: float | None = None  # of per_cpu, compared with the same load without what stands beside it


@dataclass
class Case:
    name: str
    run: Callable
    unit: str = "requests"
    target: float | None = None  # of per_cpu against nginx
    least_kept: float = 0        # of per_cpu, see Figures.kept
    servers: set = field(default_factory=set)  # empty: all but the window


def wrk(server, path, seconds, connections=32, header=None):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", server.url(path)]
    if header:
        command += ["-H", header]
    before = server.cpu_seconds()
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    cpu = server.cpu_seconds() - before
    if "Non-2xx" in output and "304" not in path:
        raise RuntimeError(f"{server.name}: {output}")
    done = int(re.search(r"(\d+) requests in", output)[1])
    rate = float(re.search(r"Requests/sec:\s*([\d.]+)", output)[1])
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", output).groups()
    p99 = float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
    return Figures(rate, done / max(cpu, 0.01), p99)


def get(path, **options):
    return lambda server, seconds: wrk(server, path, seconds, **options)


def not_modified(path):
    def run(server, seconds):
        with urllib.request.urlopen(server.url(path)) as answer:
            tag, modified = answer.headers["ETag"], answer.headers["Last-Modified"]
        header = f"If-None-Match: {tag}" if tag else f"If-Modified-Since: {modified}"
        status = subprocess.run(["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", header,
                                 server.url(path)], capture_output=True, text=True, check=True).stdout
        if status != "304":
            raise RuntimeError(f"{server.name} answered {status} instead of 304")
        return wrk(server, path, seconds, header=header)
    return run


def download(path, size):
    def run(server, seconds):
        before, moved, begun = server.cpu_seconds(), 0, time.monotonic()
        while moved == 0 or time.monotonic() - begun < seconds:
            subprocess.run(["curl", "-s", "-f", "-o", "/dev/null", server.url(path)], check=True)
            moved += size
        elapsed = time.monotonic() - begun
        cpu = server.cpu_seconds() - before
        return Figures(moved / elapsed / MB, moved / max(cpu, 0.01) / MB)
    return run


@contextmanager
def idle_connections(server, count):
    with ExitStack() as sockets:
        for _ in range(count):
            idle = sockets.enter_context(socket.create_connection(("127.0.0.1", server.port), 10))
            idle.sendall(b"HEAD /1k.bin HTTP/1.1\r\nHost: bench\r\n\r\n")
            idle.recv(4096)
        yield


def beside_idle(path, count):
    def run(server, seconds):
        alone = wrk(server, path, seconds)
        with idle_connections(server, count):
            figures = wrk(server, path, seconds)
        figures.kept = figures.per_cpu / alone.per_cpu
        return figures
    return run


CASES = [
    Case("1 KB", get("/1k.bin"), target=0.8),
    Case("1 KB, 1,000 idle beside", beside_idle("/1k.bin", 1000), target=0.8, least_kept=0.9),
    Case("1 KB, window open", get("/1k.bin"), servers={"nginx", "window"}),
    Case("100 KB", get("/100k.bin"), target=1.0),
    Case("304", not_modified("/1k.bin"), target=0.8),
    Case("206, 1 KB of 100 KB", get("/100k.bin", header="Range: bytes=1000-2023")),
    Case("listing, 10,000 entries", get("/many/", connections=4), target=2.0),
    Case("1 GB", download("/1g.bin", 1024 ** 3), unit="MB", target=1.2),
]


def make_site(site):
    site.mkdir()
    (site / "1k.bin").write_bytes(bytes(range(256)) * 4)
    (site / "100k.bin").write_bytes(bytes(range(256)) * 400)
    with open(site / "1g.bin", "wb") as large:
        for _ in range(1024):
            large.write(bytes(1024 * 1024))
    (site / "many").mkdir()
    for i in range(10_000):
        (site / "many" / f"letter-{i:05}.txt").write_bytes(b"x" * (i % 97))


def measure(case, servers, rounds, seconds):
    taken = {name: [] for name in servers}
    for _ in range(rounds):
        for name, server in servers.items():
            taken[name].append(case.run(server, seconds))
    return taken


def median(figures, name):
    values = [getattr(f, name) for f in figures]
    return None if None in values else statistics.median(values)


def ratio(figures, base, name):
    return statistics.median(getattr(f, name) / getattr(b, name) for f, b in zip(figures, base))


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"


def report(case, taken):
    """Prints the case's rows; the names of missed targets."""
    missed = []
    print(f"\n### {case.name}\n")
    print(f"| server | {case.unit}/s | ratio | {case.unit} per CPU second | ratio | p99 ms | ratio | kept |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for name, figures in taken.items():
        own = ratio(figures, taken["nginx"], "per_cpu")
        p99, kept = median(figures, "p99_ms"), median(figures, "kept")
        p99_ratio = "" if p99 is None else f"{ratio(figures, taken['nginx'], 'p99_ms'):.2f}"
        print(f"| {name} | {number(median(figures, 'per_second'))} "
              f"| {ratio(figures, taken['nginx'], 'per_second'):.2f} "
              f"| {number(median(figures, 'per_cpu'))} | {own:.2f} | {'' if p99 is None else number(p99)} | {p99_ratio} "
              f"| {'' if kept is None else f'{kept:.2f}'} |")
        if name == "porchlight" and case.target and own < case.target:
            missed.append(f"{case.name}: {own:.2f} of nginx per CPU second, the target is {case.target}")
        if name == "porchlight" and kept is not None and kept < case.least_kept:
            missed.append(f"{case.name}: keeps {kept:.2f} of its requests per CPU second, not {case.least_kept}")
    sys.stdout.flush()
    return missed


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=lambda name: Path(name).resolve(), help="the porchlight program, a release build")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=4, help="of load per run")
    parser.add_argument("--only", default="", help="cases whose name contains this")
    parser.add_argument("--servers", default="nginx,lighttpd,caddy,python,porchlight,window")
    options = parser.parse_args()

    available = {name: getattr(peers, name) for name in ("nginx", "lighttpd", "caddy") if peers.installed(name)}
    if "nginx" not in available:
        sys.exit("nginx is not installed: packaging/setup.sh --bench")
    available |= {"python": peers.python, "porchlight": peers.porchlight(options.program),
                  "window": peers.window(options.program)}
    wanted = {"nginx"} | set(options.servers.split(","))

    missed = []
    with tempfile.TemporaryDirectory(prefix="porchlight-bench-") as folder, ExitStack() as stack:
        work, site = Path(folder), Path(folder) / "site"
        make_site(site)
        servers = {}
        for name, start in available.items():
            if name in wanted:
                servers[name] = start(site, work)
                stack.callback(servers[name].stop)
        for case in CASES:
            if options.only not in case.name:
                continue
            among = {n: s for n, s in servers.items()
                     if (n in case.servers if case.servers else n != "window")}
            missed += report(case, measure(case, among, options.rounds, options.seconds))
        print("\n### Memory after all this, MiB (proportional set size)\n")
        print("| " + " | ".join(servers) + " |\n|" + "---:|" * len(servers))
        memory = {name: server.memory_mib() for name, server in servers.items()}
        print("| " + " | ".join(f"{m:.1f} ({m / memory['nginx']:.2f})" for m in memory.values()) + " |")

    print("\n" + ("Missed:\n" + "\n".join(f"- {line}" for line in missed) if missed else "Every target is met."))
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
