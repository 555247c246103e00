# SPDX-License-Identifier: GPL-3.0-or-later
"""The servers that are compared, each started on a free loopback port with one worker and its access log on."""
import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A running server: its address, and what the kernel says of its processes."""

    def __init__(self, name, port, command, cwd, environment=None):
        self.name, self.port = name, port
        self.log = open(cwd / f"{name}.output", "wb")
        self.process = subprocess.Popen(command, cwd=cwd, stdout=self.log, stderr=subprocess.STDOUT,
                                        stdin=subprocess.DEVNULL, env={**os.environ, **(environment or {})})
        deadline = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return
            except OSError:
                if time.monotonic() > deadline or self.process.poll() is not None:
                    raise RuntimeError(f"{name} does not listen; see {self.log.name}") from None
                time.sleep(0.05)

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def _processes(self):
        waiting, found = [self.process.pid], []
        while waiting:
            pid = waiting.pop()
            found.append(pid)
            try:
                for task in Path(f"/proc/{pid}/task").iterdir():
                    waiting += map(int, (task / "children").read_text().split())
            except OSError:
                pass
        return found

    def cpu_seconds(self):
        """User and system time of all its processes so far."""
        total = 0
        for pid in self._processes():
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def memory_mib(self):
        """Proportional set size of all its processes: shared pages count by their share."""
        return sum(self.memory_parts_mib())

    def memory_parts_mib(self):
        """The same of the process that was started, and of those it has started itself."""
        sizes = {pid: self._proportional_mib(pid) for pid in self._processes()}
        own = sizes.pop(self.process.pid)
        return own, sum(sizes.values())

    @staticmethod
    def _proportional_mib(pid):
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:  # it has just ended
            return 0
        return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()


def nginx(site, work):
    port = free_port()
    (work / "nginx.conf").write_text(f"""
user root;
worker_processes 1;
daemon off;
pid {work}/nginx.pid;
error_log {work}/nginx.error;
worker_rlimit_nofile 8192;
events {{ worker_connections 4096; }}
http {{
    include /etc/nginx/mime.types;
    access_log {work}/nginx.access;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000000;
    server {{ listen 127.0.0.1:{port} backlog=1024; root {site}; autoindex on; }}
}}
""")
    return Server("nginx", port, ["nginx", "-p", work, "-c", work / "nginx.conf"], work)


def lighttpd(site, work):
    port = free_port()
    (work / "lighttpd.conf").write_text(f"""
server.modules = ("mod_accesslog", "mod_dirlisting")
server.document-root = "{site}"
server.bind = "127.0.0.1"
server.port = {port}
server.max-fds = 8192
server.max-connections = 4096
server.max-keep-alive-requests = 1000000000
accesslog.filename = "{work}/lighttpd.access"
dir-listing.activate = "enable"
mimetype.assign = (".html" => "text/html", "" => "application/octet-stream")
""")
    return Server("lighttpd", port, ["lighttpd", "-D", "-f", work / "lighttpd.conf"], work)


def caddy(site, work):
    port = free_port()
    (work / "Caddyfile").write_text(f"""
{{
    admin off
    auto_https off
}}
http://127.0.0.1:{port} {{
    root * {site}
    file_server browse
    log {{
        output file {work}/caddy.access
    }}
}}
""")
    return Server("caddy", port, ["caddy", "run", "--config", work / "Caddyfile", "--adapter", "caddyfile"], work,
                  {"GOMAXPROCS": "1", "HOME": str(work)})


def python(site, work):
    port = free_port()
    return Server("python", port, ["python3", "-m", "http.server", "--bind", "127.0.0.1", "--directory", site,
                                   str(port)], work)


def porchlight(program):
    def start(site, work):
        port = free_port()
        return Server("porchlight", port,
                      [program, "--headless", "--threads", "1", "--bind", "127.0.0.1", "--port", str(port),
                       "--max-connections", "4096", "--max-per-address", "4096", "--log", "text", site], work)
    return start


def window(program):
    """The same server inside the window, whose table shows every request; without a screen."""
    def start(site, work):
        port = free_port()
        return Server("window", port,
                      [program, "--threads", "1", "--bind", "127.0.0.1", "--port", str(port),
                       "--max-connections", "4096", "--max-per-address", "4096", site], work,
                      {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(work / "config"),
                       "XDG_RUNTIME_DIR": str(work)})
    return start


def installed(program):
    return shutil.which(program, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin") is not None
