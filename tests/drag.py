"""Drags files onto a window as a file manager does: the source of a drag by XDND, version 5.

Written from the protocol (https://www.freedesktop.org/wiki/Specifications/XDND/): enter, position,
the answer to who asks for the list of files, drop; every message is waited for.
"""

import time
from urllib.parse import quote

from Xlib import X, display
from Xlib.protocol import event

VERSION = 5
WANTED = "text/uri-list"


class Drag:
    """A drag of files to a place of the screen: `over` it they hang, with `drop` they fall."""

    def __init__(self, paths, patience=30.0):
        self.display = display.Display()
        self.root = self.display.screen().root
        self.patience = patience
        self.own = self.root.create_window(-10, -10, 1, 1, 0, X.CopyFromParent)
        lines = ["file://" + quote(path) + "\r\n" for path in paths]
        self.files = "".join(lines).encode()
        self.given, self.told = False, {}
        self.own.set_selection_owner(self.atom("XdndSelection"), X.CurrentTime)
        self.at = None
        self.target = None

    def atom(self, name):
        return self.display.intern_atom(name)

    def window_at(self, x, y):
        """The window there that takes drags: from the root down to the first one that says so."""
        window = self.root
        while window:
            if window.get_full_property(self.atom("XdndAware"), X.AnyPropertyType):
                return window
            window = window.translate_coords(self.root, x, y).child
        raise RuntimeError(f"no window takes a drag at {x}, {y}")

    def tell(self, name, *data):
        data = (self.own.id, *data)
        words = event.ClientMessage(
            window=self.target, client_type=self.atom(name),
            data=(32, list(data) + [0] * (5 - len(data))))
        self.target.send_event(words)
        self.display.flush()

    def answer(self, asked):
        """Gives the list of files to who asks for it."""
        wanted = asked.target == self.atom(WANTED) and asked.selection == self.atom("XdndSelection")
        place = asked.property if wanted else X.NONE
        if wanted:
            asked.requestor.change_property(place, self.atom(WANTED), 8, self.files)
        asked.requestor.send_event(event.SelectionNotify(
            time=asked.time, requestor=asked.requestor, selection=asked.selection,
            target=asked.target, property=place))
        self.display.flush()
        return wanted

    def until(self, done, words):
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            while self.display.pending_events():
                what = self.display.next_event()
                if what.type == X.SelectionRequest:
                    self.given = self.answer(what)
                elif what.type == X.ClientMessage:
                    self.told[what.client_type] = list(what.data[1])
                if done():
                    return
            time.sleep(0.01)
        raise RuntimeError(f"the window did not {words}")

    def over(self, x, y):
        """Brings the files there, until the window has read their list and takes them."""
        self.target, self.at = self.window_at(x, y), (x << 16) | y
        self.tell("XdndEnter", VERSION << 24, self.atom(WANTED))
        copy = self.atom("XdndActionCopy")
        self.tell("XdndPosition", 0, self.at, X.CurrentTime, copy)
        status = self.atom("XdndStatus")
        self.until(lambda: self.given and self.told.get(status, [0, 0])[1] & 1, "take the files")

    def drop(self):
        """Lets them fall, until the window has them."""
        self.tell("XdndDrop", 0, X.CurrentTime)
        finished = self.atom("XdndFinished")
        self.until(lambda: finished in self.told, "say that it has the files")
        self.own.destroy()
        self.display.close()
