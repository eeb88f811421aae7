"""nginx as a peer: static files from one folder, one worker, keep-alive without end."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

_CONFIGURATION = """
daemon off; master_process off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
{user}
events {{ worker_connections 256; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
  default_type application/octet-stream;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port}{tls}; root {root}; {certificate} }}
}}
"""


@dataclass(frozen=True)
class Nginx:
    """A running one."""

    url: str
    pid: int


def find_nginx() -> str | None:
    """Its program, also where a person's path does not look for it."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


@contextmanager
def nginx(root: Path, pem: Path | None = None) -> Iterator[Nginx | None]:
    """Serves ``root``, by TLS when given a file with certificate and key. None when not installed."""
    program = find_nginx()
    if program is None:
        yield None
        return
    folder = root.parent / f"{root.name}.nginx"
    folder.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    certificate = "" if pem is None else f"ssl_certificate {pem}; ssl_certificate_key {pem};"
    text = _CONFIGURATION.format(
        folder=folder,
        root=root,
        port=port,
        tls="" if pem is None else " ssl",
        certificate=certificate,
        # Started by root it would give up its rights, and with them the view of a temporary folder.
        user="user root;" if hasattr(os, "geteuid") and os.geteuid() == 0 else "",
    )
    (folder / "nginx.conf").write_text(text, "utf-8")
    command = [program, "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _listening(port, process, folder)
        yield Nginx(f"{'http' if pem is None else 'https'}://127.0.0.1:{port}", process.pid)
    finally:
        process.terminate()
        process.wait(30)


def _listening(port: int, process: subprocess.Popen[bytes], folder: Path) -> None:
    end = monotonic() + 10
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except ConnectionRefusedError:
            if process.poll() is not None or monotonic() > end:
                raise RuntimeError((folder / "error.log").read_text("utf-8")) from None
            sleep(0.02)
