"""A real Chromium without a window, driven over two pipes: pages, keys, media, paper, and whatever it asks for."""

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

_OPTIONS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --hide-scrollbars --remote-debugging-pipe"
)


@dataclass
class Browser:
    """One page. `asked` are the addresses that it asked for, `complaints` what it wrote on its console."""

    to: int
    come: int
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    session: str = ""
    _names: Iterator[int] = field(default_factory=lambda: count(1))
    _rest: bytes = b""

    def order(self, method: str, **parameters: Any) -> Mapping[str, Any]:
        """The answer to one order; events on the way are written down."""
        name = next(self._names)
        message = {"id": name, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == name:
                assert "error" not in answer, (method, answer)
                result: Mapping[str, Any] = answer["result"]
                return result

    def _next(self) -> Mapping[str, Any]:
        while b"\0" not in self._rest:
            found = os.read(self.come, 1 << 20)
            assert found, "the browser went away"
            self._rest += found
        line, self._rest = self._rest.split(b"\0", 1)
        event: Mapping[str, Any] = json.loads(line)
        match event.get("method"):
            case "Network.requestWillBeSent":
                self.asked.append(event["params"]["request"]["url"])
            case "Log.entryAdded":
                self.complaints.append(event["params"]["entry"]["text"])
            case "Runtime.exceptionThrown" | "Runtime.consoleAPICalled":
                self.complaints.append(json.dumps(event["params"]))
        return event

    def wait_for(self, method: str) -> None:
        while self._next().get("method") != method:
            pass

    def attach(self) -> None:
        target = self.order("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.order("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.order(f"{domain}.enable")

    def open(self, path: Path, width: int = 1200, height: int = 900) -> None:
        self.order("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.asked.clear()
        self.complaints.clear()
        self.order("Page.navigate", url=path.as_uri())
        self.wait_for("Page.loadEventFired")

    def look(self, script: str) -> Any:
        """What a script of ours finds on the page; the page's own policy doesn't hold for it."""
        found = self.order("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def press(self, key: str, **more: Any) -> None:
        codes = {"Tab": 9, "Enter": 13, " ": 32, "ArrowDown": 40}
        text = {"text": "\r"} if key == "Enter" else {"text": key} if len(key) == 1 else {}
        known = {"key": key, "code": "Space" if key == " " else key, "windowsVirtualKeyCode": codes.get(key, 0)} | more
        self.order("Input.dispatchKeyEvent", type="keyDown", **known, **text)
        self.order("Input.dispatchKeyEvent", type="keyUp", **known)

    def media(self, kind: str = "", scheme: str = "light") -> None:
        self.order(
            "Emulation.setEmulatedMedia", media=kind, features=[{"name": "prefers-color-scheme", "value": scheme}]
        )

    def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.order("Page.captureScreenshot")["data"]))

    def paper(self, path: Path) -> None:
        """The page as it is printed, with its own size of paper."""
        found = self.order("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        path.write_bytes(base64.b64decode(found["data"]))


@contextmanager
def browsing(profile: Path) -> Iterator[Browser]:
    """A browser that is gone afterwards, with a profile of its own."""
    to_read, to_write = os.pipe()
    from_read, from_write = os.pipe()

    def hand_over() -> None:
        ours = os.dup(to_read), os.dup(from_write)
        os.dup2(ours[0], 3)
        os.dup2(ours[1], 4)

    process = subprocess.Popen(
        [str(CHROMIUM), *_OPTIONS.split(), f"--user-data-dir={profile}"],
        preexec_fn=hand_over,
        close_fds=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(to_read)
    os.close(from_write)
    try:
        browser = Browser(to_write, from_read)
        browser.attach()
        yield browser
        browser.session = ""
        browser.order("Browser.close")
    finally:
        os.close(to_write)
        os.close(from_read)
        process.wait(timeout=30)
