# SPDX-License-Identifier: GPL-3.0-or-later
"""The mix of visitors: polite, impatient, slow and broken ones, each checking what it gets."""
import collections
import io
import random
import re
import subprocess
import threading
import zipfile

import folder
from visitor import HOST, Visitor, Wrong, request


def check(holds, what):
    if not holds:
        raise Wrong(what)


class Visits:
    """Each method is one visit; `end` is set when the load stops."""

    def __init__(self, shared, contents, port, end, seed):
        self._shared, self._contents, self._port, self._end = shared, contents, port, end
        self._chance = random.Random(seed)

    def _visitor(self, **options):
        return Visitor(self._port, **options)

    def keeps_asking(self):
        with self._visitor() as visitor:
            for _ in range(50):
                name = self._chance.choice([folder.SMALL, folder.MIDDLE, folder.IMAGE, *folder.TEXTS])
                check(visitor.ask(f"/{name}").content == self._contents[name], f"{name} came otherwise")
            visitor.ask("/nothing-here", status=404)
            visitor.ask("/")

    def revalidates(self):
        with self._visitor() as visitor:
            for name in [folder.SMALL, folder.MIDDLE, *folder.TEXTS]:
                fields = visitor.ask(f"/{name}", method="HEAD").fields
                for line in (f"If-None-Match: {fields['etag']}", f"If-Modified-Since: {fields['last-modified']}"):
                    visitor.ask(f"/{name}", line, status=304)
                visitor.ask(f"/{name}", 'If-Match: "another"', status=412)

    def seeks(self):
        content = self._contents[folder.LARGE]
        with self._visitor() as visitor:
            for _ in range(10):
                first = self._chance.randrange(len(content))
                last = min(first + self._chance.randrange(1 << 18), len(content) - 1)
                answer = visitor.ask(f"/{folder.LARGE}", f"Range: bytes={first}-{last}", status=206)
                check(answer.content == content[first : last + 1], f"bytes {first}-{last} came otherwise")
            answer = visitor.ask(f"/{folder.LARGE}", "Range: bytes=0-99,5000-5999,-7", status=206)
            for part in (content[:100], content[5000:6000], content[-7:]):
                check(b"\r\n\r\n" + part + b"\r\n--" in answer.content, "a part of several came otherwise")
            visitor.ask(f"/{folder.LARGE}", "Range: bytes=99999999-", status=416)

    def seeks_with_curl(self):
        first = self._chance.randrange(1 << 29)
        command = ["curl", "-sS", "-o", "/dev/null", "-w", "%{http_code} %{size_download}"]
        command += ["-r", f"{first}-{first + (1 << 24) - 1}", f"http://{HOST}:{self._port}/{folder.HUGE}"]
        said = subprocess.run(command, capture_output=True, text=True, timeout=60).stdout
        check(said == f"206 {1 << 24}", f"curl said {said}")

    def lists(self):
        with self._visitor() as visitor:
            rows = visitor.ask(f"/{folder.MANY}/").content.count(b'href="./beach')
            check(rows >= folder.MANY_ENTRIES, f"the listing had {rows} rows")

    def looks_at_photos(self):
        with self._visitor() as visitor:
            page = visitor.ask(f"/{folder.ALBUM}/").content
            check(page.count(b"?size=tile") >= len(folder.PHOTOS), "photos are missing in the album")
            for name in self._chance.sample(folder.PHOTOS, 5):
                size = self._chance.choice(["tile", "tile2", "screen"])
                fields = visitor.ask(f"/{folder.ALBUM}/{name.replace(' ', '%20')}?size={size}").fields
                check(fields["content-type"] == "image/jpeg", f"{name} came as {fields['content-type']}")

    def searches(self):
        with self._visitor() as visitor:
            check(visitor.ask("/?q=lake").content.count(b"lake ") >= len(folder.PHOTOS), "a search missed some")
            visitor.ask(f"/{self._chance.choice(folder.TEXTS)}?preview")

    def takes_zips(self):
        with self._visitor() as visitor:
            visitor.send(request(f"/{folder.ALBUM}/?zip"))
            answer = visitor.answer()
        if answer.status == 503:  # two at a time for one address
            check("retry-after" in answer.fields, "503 without Retry-After")
            return
        with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
            check(len(packed.namelist()) == len(folder.PHOTOS) and not packed.testzip(), "a zip was not whole")

    def pipelines(self):
        names = [self._chance.choice(folder.TEXTS) for _ in range(16)]
        with self._visitor() as visitor:
            visitor.send(b"".join(request(f"/{name}") for name in names))
            for name in names:
                check(visitor.answer().content == self._contents[name], f"pipelined {name} came otherwise")

    def downloads(self):
        with self._visitor() as visitor:
            content = visitor.ask(f"/{folder.LARGE}", "Connection: close").content
            check(content == self._contents[folder.LARGE], f"{folder.LARGE} came otherwise")
            check(visitor.some() == b"", "the connection stayed open")

    def leaves_midway(self):
        visitor = self._visitor(receive_buffer=self._chance.choice([None, 4096]))
        visitor.send(request(self._chance.choice([f"/{folder.HUGE}", f"/{folder.MANY}/"])))
        for _ in range(self._chance.randrange(20)):
            visitor.some()
        visitor.reset()

    def leaves_before_asking(self):
        whole = request(f"/{folder.SMALL}")
        visitor = self._visitor()
        visitor.send(whole[: self._chance.randrange(len(whole))])
        if self._chance.random() < 0.5:
            visitor.reset()
        else:
            visitor.__exit__()

    def breaks_rules(self):
        for wrong, status in (
            (b"GET / HTTP/1.1\r\n\r\n", 400),
            (b"GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            (b"GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            (b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n", 400),
            (b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", 414),
            (b"GET / HTTP/1.1\r\nHost: a\r\n" + b"a: b\r\n" * 200 + b"\r\n", 431),
            (b"DELETE /1k.bin HTTP/1.1\r\nHost: a\r\n\r\n", 405),
        ):
            with self._visitor() as visitor:
                visitor.send(wrong)
                answer = visitor.answer()
                check(answer.status == status, f"{wrong[:40]}: {answer.status}, not {status}")

    def reads_slowly(self):
        with self._visitor(receive_buffer=4096) as visitor:
            visitor.send(request(f"/{folder.HUGE}"))
            for _ in range(100):
                if self._end.wait(0.1):
                    break
                check(visitor.some(4096), "a slow reader was cut off")

    def edits(self):
        """A person at the server's computer saves files."""
        draft = self._shared / f".draft-{threading.get_ident()}"
        draft.write_bytes(self._chance.randbytes(5000))
        draft.rename(self._shared / "edited.txt")
        added = self._shared / folder.MANY / f"new {threading.get_ident()}.bin"
        added.touch()
        with self._visitor() as visitor:
            visitor.ask("/edited.txt")
            visitor.ask(f"/{folder.MANY}/{added.name.replace(' ', '%20')}")
        added.unlink()


MIX = (
    [Visits.keeps_asking] * 4
    + [Visits.seeks, Visits.leaves_midway, Visits.leaves_before_asking, Visits.pipelines] * 2
    + [Visits.revalidates, Visits.seeks_with_curl, Visits.lists, Visits.downloads, Visits.breaks_rules, Visits.edits]
    + [Visits.looks_at_photos, Visits.searches, Visits.takes_zips]
)
CROWD, SLOW_CROWD = 8, 16  # threads


class Load:
    """Runs from construction until stop(); then `counts` tells visits by kind, `faults` what went wrong."""

    def __init__(self, shared, contents, port):
        self.counts, self.faults = collections.Counter(), []
        self._port, self._end = port, threading.Event()
        runs = [MIX] * CROWD + [[Visits.reads_slowly]] * SLOW_CROWD
        self._threads = [threading.Thread(target=self._burst)]
        for seed, kinds in enumerate(runs):
            visits = Visits(shared, contents, port, self._end, seed)
            self._threads.append(threading.Thread(target=self._visit, args=(visits, kinds, random.Random(seed))))
        for thread in self._threads:
            thread.start()

    def _visit(self, visits, kinds, chance):
        while not self._end.is_set():
            kind = chance.choice(kinds)
            try:
                kind(visits)
                self.counts[kind.__name__] += 1
            except (Wrong, OSError, subprocess.SubprocessError) as fault:
                self.faults.append(f"{kind.__name__}: {fault!r}")
                self._end.wait(1)

    def _burst(self):
        """As many small files as the machine can take, for a few seconds now and then."""
        while not self._end.is_set():
            command = ["wrk", "-t", "1", "-c", "32", "-d", "4s", f"http://{HOST}:{self._port}/{folder.SMALL}"]
            said = subprocess.run(command, capture_output=True, text=True).stdout
            self.counts["wrk's requests"] += int((re.search(r"(\d+) requests in", said) or ["", 0])[1])
            self.faults += re.findall(r"(?:Socket errors|Non-2xx).*", said)
            self._end.wait(8)

    def stop(self):
        self._end.set()
        for thread in self._threads:
            thread.join(60)
        return not any(thread.is_alive() for thread in self._threads)
