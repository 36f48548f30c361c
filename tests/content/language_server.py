"""A few words of the Language Server Protocol: open a file, hear what is wrong with it, complete, hover."""

import json
import queue
import subprocess
import threading
from types import TracebackType
from typing import Any

_PATIENCE_S = 60  # for a server that starts on a busy machine


class Server:
    """A running yaml-language-server."""

    def __init__(self, command: str) -> None:
        self._process = subprocess.Popen(
            [command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._heard: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._number = self._files = 0
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {"textDocument": {}}})
        self._send({"method": "initialized", "params": {}})

    def wrong(self, text: str) -> list[tuple[int, str]]:
        """Open a file and return what the server says about it: line from 1, message."""
        self._files += 1
        opened = {"uri": self._file, "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": opened}})
        told = self._wait(lambda m: m.get("params", {}).get("uri") == self._file)
        found = told["params"]["diagnostics"]
        return sorted((one["range"]["start"]["line"] + 1, one["message"]) for one in found)

    @property
    def _file(self) -> str:
        """Return the name of the file opened last; none is opened twice."""
        return f"file:///level-{self._files}.yaml"

    def ask_at(self, what: str, line: int, column: int) -> Any:
        """Ask about a place of the open file, line and column from 1."""
        place = {"line": line - 1, "character": column - 1}
        return self.ask(f"textDocument/{what}", {"textDocument": {"uri": self._file}, "position": place})

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """Return the server's answer."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        return self._wait(lambda m: m.get("id") == number and "method" not in m)["result"]

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _wait(self, is_meant: Any) -> dict[str, Any]:
        while True:
            message = self._heard.get(timeout=_PATIENCE_S)
            assert message is not None, "the server has ended"
            if is_meant(message):
                return message
            if "id" in message and "method" in message:  # it asks for settings; there are none
                asked = message.get("params", {}).get("items", [])
                self._send({"id": message["id"], "result": [{} for _ in asked] or None})

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while line := stream.readline():
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                line = stream.readline()
            self._heard.put(json.loads(stream.read(length)))
        self._heard.put(None)

    def __enter__(self) -> "Server":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()
        self._process.wait()
