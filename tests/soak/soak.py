# SPDX-License-Identifier: GPL-3.0-or-later
"""soak.py PROGRAM MINUTES FOLDER: attacks the server, weighs it, loads it, and fails on whatever grew."""
import pathlib
import resource
import sys
import tempfile
import time

import attacks
import cost
import folder
from load import Load
from porchlight import Porchlight
from visitor import Visitor, request

ATTACK_SECONDS = 30
WORST_GET = 1.0  # seconds, under attack
IDLE, IDLE_LIMIT = 1000, 24  # connections; KiB each
STALLED, STALLED_LIMIT = 64, 128
WARM_UP = 0.2  # of the load's time
# From the first third's floor to the last third's, KiB. Floors of the same load differ by about 1 MiB; ten minutes
# make more than a million requests, so a leak of 4 bytes each is more than this.
GROWTH_LIMIT = 4096
SETTLE_SECONDS = 60  # keep-alive connections and pool threads have ended by then
STOP_LIMIT = 2.0  # seconds

failures = []


def row(name, value, limit="", holds=True):
    print(f"  {name:<44} {value:>16}  {limit:<22} {'' if holds else 'FAILED'}".rstrip(), flush=True)
    if not holds:
        failures.append(f"{name}: {value} {limit}")


def under_attack(server, log):
    idle = server.sample().descriptors
    for kind in attacks.KINDS:
        endured = attacks.endure(server, idle, kind, ATTACK_SECONDS, log)
        row(f"{kind}: descriptors they took", endured.most, f"at least {attacks.CONNECTIONS // 2}",
            endured.most >= attacks.CONNECTIONS // 2)
        row(f"{kind}: slowest GET beside them", f"{endured.worst * 1000:.0f} ms", f"below {WORST_GET * 1000:.0f} ms",
            endured.worst < WORST_GET)


def weigh(start):
    for name, count, begin, limit in (
        (f"each of {IDLE} idle keep-alive connections", IDLE, cost.idle, IDLE_LIMIT),
        (f"each of {STALLED} stalled readers of 4 GB", STALLED, cost.stalled, STALLED_LIMIT),
    ):
        server = start()
        try:
            each = cost.of_each(server, count, begin)
        finally:
            server.kill()
        row(name, f"{each:.1f} KiB", f"at most {limit} KiB", each <= limit)


def settles(server, idle):
    """The numbers once the last visitor has gone: as soon as they are back, and at the latest in a minute."""
    deadline = time.monotonic() + SETTLE_SECONDS
    while True:
        now = server.settled(3)
        if (now.descriptors, now.threads) == (idle.descriptors, idle.threads) or time.monotonic() > deadline:
            return now


def under_load(server, shared, contents, minutes):
    with Visitor(server.port) as visitor:  # what photos take once stays
        visitor.ask(f"/{folder.ALBUM}/")
        visitor.ask(f"/{folder.ALBUM}/{folder.PHOTOS[0].replace(' ', '%20')}?size=tile")
    idle = settles(server, server.settled(3))
    load = Load(shared, contents, server.port)
    try:
        server.samples(minutes * 60 * WARM_UP)
        third = minutes * 60 * (1 - WARM_UP) / 3
        first, _, last = (server.samples(third) for _ in range(3))
    finally:
        ended = load.stop()
    if not server.is_running():
        row("the server", "died", "", False)
        return
    after = settles(server, idle)

    for kind, count in sorted(load.counts.items()):
        row(kind.replace("_", " "), count)
    row("visits that went wrong", len(load.faults), "none", not load.faults and ended)
    for fault in load.faults[:20]:
        print(f"    {fault}")
    floors = [min(sample.memory for sample in samples) for samples in (first, last)]
    row("memory: idle before, after", f"{idle.memory}, {after.memory} KiB")
    row("memory: first third's floor, last third's", f"{floors[0]}, {floors[1]} KiB", f"growth below {GROWTH_LIMIT} KiB",
        floors[1] - floors[0] < GROWTH_LIMIT)
    for name in ("descriptors", "threads"):
        before, peak, now = getattr(idle, name), max(getattr(s, name) for s in first + last), getattr(after, name)
        row(f"{name}: idle, at most, idle again", f"{before}, {peak}, {now}", "no more again", now <= before)


def stop(server):
    """With a download under way."""
    with Visitor(server.port) as visitor:
        attacks.ask(server.port)
        visitor.send(request(f"/{folder.VAST}"))
        visitor.some()
        status, seconds = server.stop()
    row("exit status after SIGTERM", str(status), "0", status == 0)
    row("time it took", f"{seconds:.2f} s", f"below {STOP_LIMIT} s", seconds < STOP_LIMIT)


def main():
    program, minutes, results = sys.argv[1], float(sys.argv[2]), pathlib.Path(sys.argv[3])
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
    with tempfile.TemporaryDirectory(dir=results) as shared:
        shared = pathlib.Path(shared)
        contents = folder.make(shared)
        print("Memory is the process's own (anonymous pages); the kernel's socket buffers are not in it.")
        weigh(lambda: Porchlight(program, shared, results / "weighed.log"))
        server = Porchlight(program, shared, results / "porchlight.log")
        try:
            with open(results / "slowhttptest.log", "wb") as log:
                under_attack(server, log)
            under_load(server, shared, contents, minutes)
            if server.is_running():
                stop(server)
        finally:
            server.kill()
        complaints = server.complaints()
        row("errors in its log", len(complaints), "none", not complaints)
        for complaint in complaints[:20]:
            print(f"    {complaint}")
    if failures:
        sys.exit("\nFailed:\n  " + "\n  ".join(failures))


main()
