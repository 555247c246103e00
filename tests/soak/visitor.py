# SPDX-License-Identifier: GPL-3.0-or-later
"""One connection that says exactly what it is told to."""
import dataclasses
import socket
import struct

HOST = "127.0.0.1"


class Wrong(Exception):
    """The server answered otherwise than it should."""


@dataclasses.dataclass(frozen=True)
class Answer:
    status: int
    fields: dict
    content: bytes


def request(path, *lines, method="GET"):
    return "\r\n".join([f"{method} {path} HTTP/1.1", f"Host: {HOST}", *lines, "", ""]).encode()


class Visitor:
    def __init__(self, port, receive_buffer=None, patience=30):
        self._socket = socket.socket()
        if receive_buffer:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self._socket.settimeout(patience)
        self._socket.connect((HOST, port))
        self._read = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._socket.close()

    def send(self, data):
        self._socket.sendall(data)

    def some(self, most=65536):
        """Whatever comes next; empty at the end."""
        data, self._read = self._read[:most], self._read[most:]
        return data or self._socket.recv(most)

    def _until(self, end):
        while end not in self._read:
            data = self._socket.recv(65536)
            if not data:
                raise Wrong(f"the connection ended within an answer: {self._read[:200]!r}")
            self._read += data
        found, self._read = self._read.split(end, 1)
        return found

    def _exactly(self, size):
        pieces, left = [], size
        while left > 0:
            data = self.some(min(left, 1 << 20))
            if not data:
                raise Wrong(f"{left} of {size} bytes are missing")
            pieces.append(data)
            left -= len(data)
        return b"".join(pieces)

    def _chunks(self):
        content = b""
        while size := int(self._until(b"\r\n"), 16):
            content += self._exactly(size)
            self._until(b"\r\n")
        self._until(b"\r\n")
        return content

    def answer(self, to_head=False):
        status, *lines = self._until(b"\r\n\r\n").decode("latin-1").split("\r\n")
        fields = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
        status = int(status.split(" ")[1])
        content = b""
        if not to_head and status not in (204, 304):
            chunked = fields.get("transfer-encoding") == "chunked"
            content = self._chunks() if chunked else self._exactly(int(fields["content-length"]))
        return Answer(status, fields, content)

    def ask(self, path, *lines, method="GET", status=200):
        """The answer; Wrong when it has another status."""
        self.send(request(path, *lines, method=method))
        answer = self.answer(to_head=method == "HEAD")
        if answer.status != status:
            raise Wrong(f"{method} {path} {lines}: {answer.status}, not {status}")
        return answer

    def reset(self):
        """Leaves as a phone that lost its network does, in the middle of everything."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._socket.close()
