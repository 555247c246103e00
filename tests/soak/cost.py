# SPDX-License-Identifier: GPL-3.0-or-later
"""What a connection costs the process in memory; what the kernel holds for its socket comes on top."""
import contextlib

import folder
from visitor import Visitor, request


def warm_up(port):
    """What the first visitors bring about once and for all; few, for what they let go would be used again."""
    for _ in range(4):
        with Visitor(port) as visitor:
            visitor.ask(f"/{folder.SMALL}")


def of_each(server, count, begin):
    """KiB for each of `count` visitors that begin() and then stay."""
    warm_up(server.port)
    before = server.settled(3).memory
    with contextlib.ExitStack() as stack:
        for _ in range(count):
            begin(stack.enter_context(Visitor(server.port)))
        most = max(sample.memory for sample in server.samples(3, 0.25))
    return (most - before) / count


def idle(visitor):
    visitor.ask(f"/{folder.SMALL}")


def stalled(visitor):
    visitor.send(request(f"/{folder.VAST}"))
