# SPDX-License-Identifier: GPL-3.0-or-later
"""The server under test, and what /proc tells about it."""
import dataclasses
import os
import re
import signal
import subprocess
import time


@dataclasses.dataclass(frozen=True)
class Sample:
    """Memory is the process's own: anonymous pages, KiB. What the kernel holds for sockets is not in it."""

    memory: int
    descriptors: int
    threads: int


# glibc raises these as it goes, and then keeps the peak of each burst, which would look like growth. Here they stay
# where they begin.
ALLOCATOR = {"MALLOC_MMAP_THRESHOLD_": "131072", "MALLOC_TRIM_THRESHOLD_": "131072"}


class Porchlight:
    """A headless Porchlight on a free loopback port, its log in a file; ended by stop() or kill()."""

    def __init__(self, program, folder, log):
        self._log, self._errors = log, log.with_suffix(".errors")
        command = [program, folder, "--headless", "--bind", "127.0.0.1", "--port", "0", "--log", "text"]
        command += ["--max-connections", "5000", "--max-per-address", "5000"]
        with open(self._log, "wb") as out, open(self._errors, "wb") as errors:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=errors,
                env={**os.environ, **ALLOCATOR, "XDG_CACHE_HOME": str(log.parent / "cache")},
            )
        self.port = self._announced_port()

    def _announced_port(self):
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline and self.is_running():
            announced = re.match(r"Sharing .* at http://[^/]*:(\d+)/\n", self._log.read_text())
            if announced:
                return int(announced[1])
            time.sleep(0.05)
        self.kill()
        raise SystemExit(f"Porchlight did not start: {self._errors.read_text()}")

    def is_running(self):
        return self._process.poll() is None

    def sample(self):
        proc = f"/proc/{self._process.pid}"
        with open(f"{proc}/smaps_rollup") as file:
            memory = int(re.search(r"^Anonymous: +(\d+) kB", file.read(), re.MULTILINE)[1])
        with open(f"{proc}/status") as file:
            threads = int(re.search(r"^Threads:\t(\d+)", file.read(), re.MULTILINE)[1])
        return Sample(memory, len(os.listdir(f"{proc}/fd")), threads)

    def samples(self, seconds, every=1.0):
        """What it takes over this time; ends early when the server does."""
        taken = []
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.is_running():
            taken.append(self.sample())
            time.sleep(every)
        return taken

    def settled(self, seconds):
        """The least of each number within this time: the floor without what is only passing through."""
        return Sample(*map(min, zip(*map(dataclasses.astuple, self.samples(seconds, 0.25)))))

    def stop(self):
        """The exit status after SIGTERM, and the seconds it took."""
        begun = time.monotonic()
        self._process.send_signal(signal.SIGTERM)
        try:
            status = self._process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()
            status = None
        return status, time.monotonic() - begun

    def kill(self):
        if self.is_running():
            self._process.kill()
        self._process.wait()

    def complaints(self):
        """What it wrote to standard error, and its log's lines about errors of its own; no third zip is one."""
        own = re.compile(rb'(?<!\?zip HTTP/1\.1)" 5\d\d \d+ "|ms (read-failed|file-shrank)')
        lines = self._errors.read_bytes().splitlines()
        with open(self._log, "rb") as log:
            lines += [line.rstrip() for line in log if own.search(line)]
        return [line.decode(errors="replace") for line in lines]
