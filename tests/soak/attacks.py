# SPDX-License-Identifier: GPL-3.0-or-later
"""slowhttptest against the server, while an ordinary visitor asks once a second."""
import dataclasses
import subprocess
import time

import folder
from visitor import HOST, Visitor

CONNECTIONS = 400
KINDS = {
    "slow heads": ["-H", "-i", "2", "-x", "24"],
    "slow content": ["-B", "-i", "2", "-s", "8192", "-x", "10"],
    "slow readers": ["-X", "-n", "2", "-w", "512", "-y", "1024", "-z", "32"],
}


@dataclasses.dataclass(frozen=True)
class Endured:
    worst: float  # seconds an ordinary GET took
    most: int  # descriptors the attack took: a connection has one, and a second while it sends a file


def ask(port):
    begun = time.monotonic()
    with Visitor(port) as visitor:
        visitor.ask(f"/{folder.SMALL}")
    return time.monotonic() - begun


def endure(server, idle, kind, seconds, log):
    """Attacks for so many seconds; again and again, where the server ends the attack sooner. `idle`: the
    descriptors of a server without visitors."""
    path = folder.LARGE if kind == "slow readers" else folder.SMALL
    command = ["slowhttptest", *KINDS[kind], "-c", str(CONNECTIONS), "-r", "200", "-l", str(seconds)]
    command += ["-u", f"http://{HOST}:{server.port}/{path}"]
    worst, most = 0.0, 0
    end = time.monotonic() + seconds
    attack = None
    try:
        while time.monotonic() < end:
            if attack is None or attack.poll() is not None:
                attack = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
            worst = max(worst, ask(server.port))
            most = max(most, server.sample().descriptors - idle)
            time.sleep(1)
    finally:
        attack.kill()
        attack.wait()
    return Endured(worst, most)
