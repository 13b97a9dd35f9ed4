"""Thirty guests at one laptop, run in a network namespace without a route out: `unshare -rn python FILE`.

Prints as JSON how many letters were made, and how many packets this computer tried to send to anywhere but itself:
in all, and by an attempt that is made on purpose at the end, which shows that the count counts.
"""

import fcntl
import json
import os
import re
import socket
import struct
import subprocess
import sys
import threading
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from tests.pages.visits import PLACES, form_in
from tests.support import CAMPAIGN

ROOT = Path(__file__).parents[2]
PORT = 5000
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
GUESTS = 30
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1  # linux/sockios.h, linux/if.h


def bring_up_loopback() -> None:
    """A new namespace has an interface to itself, which is down."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        asked = fcntl.ioctl(any_socket, SIOCGIFFLAGS, struct.pack("16sH14x", b"lo", 0))
        flags = struct.unpack("16sH14x", asked)[1]
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", flags | IFF_UP))


def sent_elsewhere() -> int:
    """Packets that found no route, and those that another interface than the one to itself sent."""
    names, values = (line.split()[1:] for line in _lines("snmp") if line.startswith("Ip:"))
    no_route = int(dict(zip(names, values, strict=True))["OutNoRoutes"])
    no_route += sum(int(line.split()[1]) for line in _lines("snmp6") if line.startswith("Ip6OutNoRoutes"))
    others = [line.partition(":") for line in _lines("dev") if ":" in line]
    return no_route + sum(int(counts.split()[9]) for name, _, counts in others if name.strip() != "lo")


def _lines(name: str) -> list[str]:
    path = Path("/proc/net") / name
    return path.read_text("ascii").splitlines() if path.exists() else []


def ask(method: str, path: str, form: object = None) -> tuple[int, bytes]:
    connection = HTTPConnection("127.0.0.1", PORT, timeout=60)
    body = urlencode(form, doseq=True) if form else None  # type: ignore[arg-type]
    connection.request(method, path, body, FORM if form else {})
    answer = connection.getresponse()
    content = answer.status, answer.read()
    connection.close()
    return content


def started() -> "subprocess.Popen[str]":
    """The app as a host starts it, once it listens."""
    server = subprocess.Popen(
        [sys.executable, "-m", "flask", "run", "--port", str(PORT)],
        cwd=ROOT,
        env=os.environ | {"FLASK_APP": "app"},
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        encoding="utf-8",
    )
    said = server.stderr
    assert said is not None
    if not any("Running on" in line for line in said):
        raise SystemExit("flask run did not start")
    threading.Thread(target=said.read, daemon=True).start()  # or the pipe fills, and the server waits
    return server


def one_guest(number: int) -> int:
    """From the campaign's page to the PDF; how many letters that made."""
    country = list(PLACES)[number % len(PLACES)]
    form = form_in(country, name=f"Guest {number}")
    page = f"/en/{CAMPAIGN}"
    assert ask("GET", page)[0] == 200
    assert ask("POST", f"{page}/write", {"postcode": form["postcode"]})[0] == 200
    status, letters = ask("POST", f"{page}/letter", form)
    assert status == 200
    status, pdf = ask("POST", f"{page}/letter.pdf", form)
    assert (status, pdf[:4]) == (200, b"%PDF")
    return len(re.findall(rb"<article", letters))


def main() -> None:
    bring_up_loopback()
    before = sent_elsewhere()
    server = started()
    try:
        made = sum(one_guest(number) for number in range(GUESTS))
        sheets = ask("POST", f"/en/{CAMPAIGN}/evening/sheets.pdf", {"postcodes": "L8S 4L8\n" * GUESTS})
    finally:
        server.terminate()
        server.wait()
    elsewhere = sent_elsewhere() - before
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        try:
            any_socket.connect(("192.0.2.1", 53))  # an address for documentation, RFC 5737
            any_socket.send(b"?")
        except OSError:
            pass
    on_purpose = sent_elsewhere() - before - elsewhere
    sys.stdout.write(
        json.dumps({"made": made, "sheets": sheets[0], "elsewhere": elsewhere, "on_purpose": on_purpose})
    )


if __name__ == "__main__":
    main()
