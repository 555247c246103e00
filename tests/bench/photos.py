# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon a guest sees a folder of generated photos, and what that takes.

A guest's browser is played: the first page, then all tiles it names and the pages of all albums below, over six
connections. Cold: no copy of a photo is there yet; warm: the server began anew and all are. The files themselves
have just been written, so the disk is out of it. The folder as a zip is compared with zip's and, where it is
installed, miniserve's.
"""
import argparse
import html
import http.client
import os
import queue
import re
import statistics
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urljoin

import peers

MB = 1_000_000
CONNECTIONS = 6  # as browsers have to one server


class Peak(threading.Thread):
    """The most memory a server takes until stop() is called, looked at ten times a second."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self.server, self.whole, self.own, self.ended = server, 0, 0, threading.Event()
        self.start()

    def run(self):
        while not self.ended.wait(0.1):
            self.look()
        self.look()

    def look(self):
        own, others = self.server.memory_parts_mib()
        self.own, self.whole = max(self.own, own), max(self.whole, own + others)

    def stop(self):
        self.ended.set()
        self.join()


class Visit:
    """What one guest fetches, from the root on: `first_page` and `last_tile` in seconds, and how many tiles."""

    def __init__(self, port):
        self.port, self.tiles, self.last_tile, self.failed = port, 0, 0, []
        self.wanted, self.seen, self.lock = queue.Queue(), set(), threading.Lock()
        self.begun = time.monotonic()
        self.fetch(http.client.HTTPConnection("127.0.0.1", port), "/")
        self.first_page = time.monotonic() - self.begun
        for _ in range(CONNECTIONS):
            threading.Thread(target=self.work, daemon=True).start()
        self.wanted.join()
        if self.failed:
            raise RuntimeError(f"{len(self.failed)} failed, the first: {self.failed[0]}")

    def work(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        while True:
            path = self.wanted.get()
            try:
                self.fetch(connection, path)
            except (OSError, http.client.HTTPException, RuntimeError) as error:
                self.failed.append(f"{path}: {error}")
                connection.close()
            self.wanted.task_done()

    def fetch(self, connection, path):
        connection.request("GET", path)
        answer = connection.getresponse()
        content = answer.read()
        kind = answer.headers["Content-Type"]
        if answer.status != 200 or kind == "image/svg+xml":  # the drawing that stands for a broken photo
            raise RuntimeError(f"{answer.status} {kind}")
        if kind.startswith("text/html"):
            self.read(path, content.decode())
        else:
            with self.lock:
                self.tiles += 1
                self.last_tile = max(self.last_tile, time.monotonic() - self.begun)

    def read(self, path, page):
        found = re.findall(r'src="([^"]*\?size=tile&[^"]*)"', page) + re.findall(r'href="(\./[^"?]+/)"', page)
        with self.lock:
            for each in found:
                address = urljoin(path, html.unescape(each))
                if address not in self.seen:
                    self.seen.add(address)
                    self.wanted.put(address)


def porchlight(program, folder, work):
    port = peers.free_port()
    return peers.Server("porchlight", port,
                        [program, "--headless", "--bind", "127.0.0.1", "--port", str(port), "--show", "photos",
                         "--log", "text", folder], work, {"XDG_CACHE_HOME": str(work / "cache")})


def visited(program, folder, work, name):
    server = porchlight(program, folder, work)
    try:
        peak, cpu = Peak(server), server.cpu_seconds()
        visit = Visit(server.port)
        peak.stop()
        cpu = server.cpu_seconds() - cpu
    finally:
        server.stop()
    rate = visit.tiles / (visit.last_tile - visit.first_page)
    print(f"| {name} | {visit.first_page * 1000:,.0f} | {visit.last_tile:.1f} | {visit.tiles:,} | {rate:,.0f} "
          f"| {cpu:.1f} | {peak.own:.0f} | {peak.whole:.0f} |", flush=True)


def rate_of(command, cwd=None):
    """MB/s of what a program writes."""
    begun, size = time.monotonic(), 0
    with subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        while piece := process.stdout.read1(1 << 20):
            size += len(piece)
    if process.returncode or not size:
        raise RuntimeError(f"{command[0]} ended with {process.returncode} after {size} bytes")
    return size / (time.monotonic() - begun) / MB


def zips(program, folder, work, rounds):
    servers = {"Download all": (porchlight(program, folder, work), "/?zip")}
    if peers.installed("miniserve"):
        port = peers.free_port()
        miniserve = peers.Server("miniserve", port, ["miniserve", "-i", "127.0.0.1", "-p", str(port), "--enable-zip",
                                                     folder], work)
        servers["miniserve"] = (miniserve, "/?download=zip")
    runs = {name: (lambda address=server.url(path): rate_of(["curl", "-s", "-f", address]))
            for name, (server, path) in servers.items()}
    if peers.installed("zip"):
        runs["zip -0 -r -"] = lambda: rate_of(["zip", "-0", "-r", "-q", "-", "."], folder)
    try:
        taken = {name: [] for name in runs}
        for _ in range(rounds):
            for name, run in runs.items():
                taken[name].append(run())
    finally:
        for server, _ in servers.values():
            server.stop()
    print("\n| zip of the folder | MB/s | ratio |\n|---|---:|---:|")
    for name, rates in taken.items():
        ratio = statistics.median(own / other for own, other in zip(taken["Download all"], rates))
        print(f"| {name} | {statistics.median(rates):,.0f} | {ratio:.2f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=lambda name: Path(name).resolve(), help="the porchlight program, a release build")
    parser.add_argument("photofolder", type=lambda name: Path(name).resolve(), help="what makes the photos")
    parser.add_argument("--photos", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3, help="of zips")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="porchlight-photos-") as place:
        work, folder = Path(place), Path(place) / "photos"
        subprocess.run([options.photofolder, folder, str(options.photos), str(options.photos // 100)], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        size = sum(each.stat().st_size for each in folder.rglob("*") if each.is_file())
        print(f"{options.photos:,} photos and {options.photos // 100} films, {size / MB:,.0f} MB\n")
        print("| | first page ms | last tile s | tiles | tiles/s | CPU s | peak MiB, server | with thumbnailers |")
        print("|---|---:|---:|---:|---:|---:|---:|---:|")
        visited(options.program, folder, work, "cold")
        visited(options.program, folder, work, "warm")
        zips(options.program, folder, work, options.rounds)


if __name__ == "__main__":
    main()
