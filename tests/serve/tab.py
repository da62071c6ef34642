"""An open page of the preview, without a browser."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from tests.serve.running import LONG, Running


class Tab:
    """An open page, seen from the network: it shakes hands and then hears of reloads."""

    def __init__(self, line: Any) -> None:  # noqa: ANN401 - tornado's connection
        self.line = line
        self.ended = False

    async def told(self) -> object:
        """Return the next command, None at the end."""
        message = await asyncio.wait_for(self.line.read_message(), LONG)
        self.ended = message is None
        return message and json.loads(message)["command"]


@asynccontextmanager
async def tab(running: Running, edition: str) -> AsyncIterator[Tab]:
    """Connect as a page that was served as `edition`."""
    address = running.url.replace("http", "ws") + "livereload"
    line = await websocket_connect(HTTPRequest(address, headers={"Origin": running.url.rstrip("/")}))
    page = Tab(line)
    try:
        await line.write_message(json.dumps({"command": "hello", "protocols": [], "snipver": edition}))
        assert await page.told() == "hello"
        await line.write_message(json.dumps({"command": "info", "url": running.url}))
        yield page
    finally:
        line.close()
        while not page.ended:
            await page.told()


def edition(running: Running) -> str:
    found = re.search(r"snipver=([\w-]+)", running.ask().body)
    assert found is not None
    return found[1]
