"""The preview's web server: one guard before all routes."""

from typing import Any

from tornado import httputil, web

from giar_site.serve.answers import Refusal, Stylesheet
from giar_site.serve.building import Preview
from giar_site.serve.channel import LONGEST_MESSAGE, Channel, Script
from giar_site.serve.guard import Guard, Refused
from giar_site.serve.markup import SCRIPT, STYLESHEET
from giar_site.serve.pages import Pages


class Application(web.Application):
    """The routes of a preview and the pages that are open."""

    def __init__(self, preview: Preview, guard: Guard) -> None:
        self._guard = guard
        self._channels: set[Channel] = set()
        routes: list[Any] = [
            ("/livereload", Channel, {"preview": preview, "guard": guard, "channels": self._channels}),
            (SCRIPT.replace(".", r"\."), Script),
            (STYLESHEET.replace(".", r"\."), Stylesheet),
            (".*", Pages, {"preview": preview, "port": guard.port}),
        ]
        super().__init__(routes, websocket_max_message_size=LONGEST_MESSAGE, log_function=lambda _: None)

    def find_handler(self, request: httputil.HTTPServerRequest, **_: object) -> Any:  # noqa: ANN401 - as tornado declares it
        """Route `request`, if the guard lets it in."""
        try:
            self._guard.check(request.method or "", request.headers)
        except Refused as refused:
            return self.get_handler_delegate(request, Refusal, {"status": refused.status})
        return super().find_handler(request)

    def reload(self) -> None:
        """Have every open page fetched again."""
        for channel in tuple(self._channels):
            channel.reload()
