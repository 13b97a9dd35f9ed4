"""A WSGI app on a free port of this computer, for as long as a test needs it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from werkzeug.serving import make_server
from werkzeug.wsgi import ClosingIterator

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


@contextmanager
def served(app: "WSGIApplication") -> Iterator[int]:
    """The port on which app answers until the block ends."""
    made = make_server("127.0.0.1", 0, answered_whole(app), threaded=True)
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    try:
        yield made.server_port
    finally:
        made.shutdown()
        thread.join()
        made.server_close()


def answered_whole(app: "WSGIApplication") -> "WSGIApplication":
    """The same app, each answer read and closed before its first byte is sent.

    Where a browser leaves in the middle of an answer, Werkzeug's server does not close it (its own read of what is
    left fails first): a static file stays open, and its ResourceWarning fails whichever test happens to run next.
    """

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> list[bytes]:
        answered = ClosingIterator(app(environ, start_response))
        try:
            return list(answered)
        finally:
            answered.close()

    return answer
