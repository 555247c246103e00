# SPDX-License-Identifier: GPL-3.0-or-later
"""The shared folder: something of every size."""
import base64
import os
import random
import struct
import zlib

SMALL, MIDDLE, LARGE, HUGE, VAST = "1k.bin", "100k.bin", "20m.bin", "1g.bin", "4g.bin"
TEXTS = ["notes.txt", "index-of-summer.html", "style.css", "data.json"]
IMAGE = "pixel.png"
MANY = "many"
MANY_ENTRIES = 10_000
ALBUM = "album"
PHOTOS = [f"lake {number:03}.png" for number in range(100)]
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def photo(chance, width=640, height=480):
    """A picture as PNG, of one colour that no other has."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = b"\0" + chance.randbytes(3) * width
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row * height))
            + chunk(b"IEND", b""))


def make(folder):
    """Fills the folder; returns the content of those files whose every byte is checked, by name."""
    chance = random.Random(1)
    contents = {SMALL: chance.randbytes(1024), MIDDLE: chance.randbytes(100 * 1024)}
    contents[LARGE] = chance.randbytes(20 * 1024 * 1024)
    contents[IMAGE] = base64.b64decode(PIXEL)
    for name in TEXTS:
        contents[name] = f"The porch light is on: {name}\n".encode() * 200
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    for name, size in {HUGE: 1 << 30, VAST: 4 << 30}.items():
        with open(folder / name, "wb") as file:
            os.truncate(file.fileno(), size)  # sparse: takes no room on the disk
    (folder / MANY).mkdir()
    for number in range(MANY_ENTRIES):
        (folder / MANY / f"beach {number:05}.bin").touch()
    (folder / ALBUM).mkdir()
    for name in PHOTOS:
        (folder / ALBUM / name).write_bytes(photo(chance))
    return contents
