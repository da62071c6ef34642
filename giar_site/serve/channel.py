"""The line to each open page, on livereload's handshake and browser script.

Of livereload the rest stays out: its watcher polls and follows links, its server checks neither Host nor Origin, and its
reload holds back whatever comes within three seconds of the last one.
"""

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado import escape
from tornado.websocket import WebSocketClosedError

from giar_site.serve.answers import Answer
from giar_site.serve.building import Preview
from giar_site.serve.guard import Guard

LONGEST_MESSAGE = 16 * 1024  # bytes; the browser script sends its address and a few words


class Script(Answer, LiveReloadJSHandler):  # type: ignore[misc] # livereload ships no types
    """livereload's browser script."""

    def head(self) -> None:
        """Answer as to GET; tornado leaves the body out."""
        self.get()


class Channel(Answer, LiveReloadHandler):  # type: ignore[misc] # livereload ships no types
    """One open page."""

    def initialize(self, preview: Preview, guard: Guard, channels: set["Channel"]) -> None:
        """Keep what is on show, who may look, and the set to be in while open."""
        self.preview, self.guard, self.channels = preview, guard, channels
        self.edition: object = None

    def check_origin(self, origin: str) -> bool:
        """Let in pages of this preview only."""
        return self.guard.admits_origin(origin)

    def on_message(self, message: str | bytes) -> None:
        """Shake hands; a page that was served before the last build ended is sent to fetch itself again."""
        try:
            said = escape.json_decode(message)
            command = said["command"]
        except (ValueError, TypeError, KeyError, RecursionError):
            self.close()
            return
        if command == "hello":
            self.edition = said.get("snipver")
            super().on_message(message)
        elif command == "info":
            self.channels.add(self)
            if self.edition != self.preview.edition:
                self.reload()

    def reload(self) -> None:
        """Tell the page to fetch itself again."""
        try:
            sent = self.write_message({"command": "reload", "path": "*", "liveCSS": False})
        except WebSocketClosedError:
            return
        sent.add_done_callback(lambda done: done.cancelled() or done.exception())  # a window that closed meanwhile is no fault

    def on_close(self) -> None:
        """Forget the page."""
        self.channels.discard(self)
