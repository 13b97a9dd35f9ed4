"""How gunicorn serves the app. It reads this file by itself: gunicorn 'app:create_app()' (docs/operators.md).

Nothing of the app is imported here: after a reload, new workers would go on with what the first process had imported.
The number of workers is WEB_CONCURRENCY; PORT serves every address of the computer on that port, as in a container.
"""

import json
import logging
import os
import time

worker_class = "gthread"
threads = 12  # more than letters/outputs/bounds/queue.py lets wait for a file
# A proxy on the same computer opens a connection in no time; one kept open could be chosen by a worker that stops.
keepalive = 0
graceful_timeout = 30
# Gunicorn's heartbeat is a file: in memory, so that the disk may be read-only.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: PTH112, S108 (gunicorn's advice)
# What a proxy says is believed as far as NO_BYSTANDER_TRUSTED_PROXIES says, and not by the server too.
forwarded_allow_ips = ""
control_socket_disable = True


class Line(logging.Formatter):
    """The server's own messages in the form of the app's (web/logs.py), without what a request held.

    Two of gunicorn's messages quote the visitor's address or words: of a request that is not HTTP, and of a failure.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line of JSON."""
        event = record.getMessage()
        if record.exc_info and record.exc_info[0]:
            event = f"failure in the server: {record.exc_info[0].__name__}"
        elif event.startswith("Invalid request"):
            event = "a request that is not HTTP was refused"
        second = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line = {"time": f"{second}.{int(record.msecs):03}Z", "level": record.levelname.lower()}
        return json.dumps(line | {"event": event})


logconfig_dict = {
    "formatters": {"line": {"()": Line}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "stream": "ext://sys.stderr", "formatter": "line"}
    },
    "root": {"handlers": []},
    "loggers": {"gunicorn.error": {"level": "INFO", "handlers": ["stderr"], "propagate": False}},
}
