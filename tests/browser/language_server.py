"""yaml-language-server over stdio: what VS Code's YAML extension would show for a text."""

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.browser.windows import HERE, needed

SERVER = HERE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


class LanguageServer:
    """The server, told of the schemas by the settings that giar prints for VS Code; `folder` is the site open in the editor."""

    def __init__(self, folder: Path, settings: dict[str, Any]) -> None:
        """Start it; only a server that hangs or dies makes a question fail."""
        self.folder = folder
        yaml = {"schemas": settings["yaml.schemas"], "schemaStore": {"enable": False}, "hover": True, "completion": True, "validate": True}
        self._settings = {"yaml": yaml, "http": {"proxy": "", "proxyStrictSSL": False}, "[yaml]": {}}
        self._process = subprocess.Popen(["node", str(needed(SERVER)), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._last = 0
        self.faults: dict[str, list[dict[str, Any]]] = {}

    def __enter__(self) -> Self:
        """Shake hands."""
        root = self.folder.as_uri()
        capabilities = {"workspace": {"configuration": True}, "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}}}
        folders = [{"uri": root, "name": "site"}]
        self.ask("initialize", {"processId": None, "rootUri": root, "capabilities": capabilities, "workspaceFolders": folders})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate()

    def open(self, path: Path, text: str) -> str:
        """Show it the text of a file, and wait for its judgement."""
        uri = path.as_uri()
        self._tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        while uri not in self.faults:
            self._read()
        return uri

    def hover(self, uri: str, line: int, character: int) -> str:
        """What it tells of a spot (from 0)."""
        answer = self.ask("textDocument/hover", _spot(uri, line, character))
        return str(answer["contents"]["value"]) if answer else ""

    def completions(self, uri: str, line: int, character: int) -> dict[str, dict[str, Any]]:
        """What it offers at a spot (from 0), by label."""
        answer = self.ask("textDocument/completion", _spot(uri, line, character))
        return {item["label"]: item for item in answer["items"]}

    def ask(self, method: str, params: dict[str, Any]) -> Any:  # noqa: ANN401 - any JSON
        """Ask, and return the answer."""
        self._last += 1
        number = self._last
        self._send({"id": number, "method": method, "params": params})
        while (message := self._read()).get("id") != number or "method" in message:
            pass
        assert "error" not in message, message
        return message["result"]

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        """The next message; what the server asks back is answered, what it finds wrong is kept."""
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the language server ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.faults[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: dict[str, Any]) -> Any:  # noqa: ANN401 - any JSON
        if message["method"] == "workspace/configuration":
            return [self._settings.get(item.get("section")) for item in message["params"]["items"]]
        return None


def _spot(uri: str, line: int, character: int) -> dict[str, Any]:
    return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
