"""Eyes and hands of somebody at the real window: what is on the screen, where the keyboard is, keys
and mouse.

What is on the screen comes from the accessibility bus, as a screen reader gets it: what has no name
there cannot be found here. Nothing waits for a time, everything for what must come. The program is
called with PROGRAM LEDGER PAPER PICTURES, as `window_walk.py`.
"""

import json
import os
import re
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

program, ledger, paper, pictures = sys.argv[1:]
PATIENCE = float(os.environ.get("WALK_PATIENCE", "30"))
BUTTON = ("push button", "toggle button")
ROW = ("list item",)
FIELD = ("entry", "text")
COMBO = ("combo box",)
HEAD = ("column header", "table column header")
ALL = BUTTON + ROW + FIELD + COMBO + ("check box", "link")


def run(*words):
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout


def shot(name):
    run("import", "-window", "root", os.path.join(pictures, name))


def fail(words):
    shot("walk-failed.png")
    seen = [f"{role}: {name}" for role, name, _ in nodes()]
    sys.exit("\n".join([words, "on the screen:", *seen, f"the keyboard is in {at_now()}"]))


def tree(node):
    """Every node below one, from top to bottom."""
    yield node
    try:
        children = [node.get_child_at_index(index) for index in range(node.get_child_count())]
    except GLib.Error:  # it has gone meanwhile
        return
    for child in children:
        if child is not None:
            yield from tree(child)


def nodes(app="foerderbuch"):
    """Role, name and node of everything that an application shows."""
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        found = desktop.get_child_at_index(index)
        try:
            if found is None or found.get_name() != app:
                continue
        except GLib.Error:
            continue
        for node in tree(found):
            try:
                yield node.get_role_name(), plain(node.get_name()), node
            except GLib.Error:
                continue


def plain(words):
    return (words or "").replace("\u00a0", " ").replace("\u202f", " ")


def find(name, roles=None, app="foerderbuch"):
    """The last node whose name matches: the last one lies on top."""
    last = None
    for role, words, node in nodes(app):
        if (roles is None or role in roles) and re.search(name, words):
            last = node
    return last


def until(found, words):
    """What a question gives, once it gives something."""
    end = time.monotonic() + PATIENCE
    while True:
        answer = found()
        if answer:
            return answer
        if time.monotonic() > end:
            fail(f"in {PATIENCE:.0f} s there was no {words}")
        listen(0.05)


def see(name, roles=None, app="foerderbuch"):
    return until(lambda: find(name, roles, app), f"{name!r} in {app}")


def gone(name, roles=None, app="foerderbuch"):
    until(lambda: find(name, roles, app) is None, f"end of {name!r}")


focus = {"count": 0, "node": None}


def focused(event):
    if event.detail1 == 1:
        focus["count"] += 1
        focus["node"] = event.source


listener = Atspi.EventListener.new(focused)


def listen(seconds=0.0):
    """Takes what the bus tells."""
    context, end = GLib.MainContext.default(), time.monotonic() + seconds
    while True:
        while context.iteration(False):
            pass
        if time.monotonic() >= end:
            return
        time.sleep(0.005)


def at_now():
    """Role and name of what has the keyboard."""
    listen()
    node = focus["node"]
    if node is None:
        return "", ""
    try:
        return node.get_role_name(), plain(node.get_name())
    except GLib.Error:
        return "", ""


def is_at(name, roles=ALL):
    role, words = at_now()
    return role in roles and re.search(name, words) is not None


def rest():
    """Waits until the keyboard goes no further: what opens moves it in more than one frame."""
    count = -1
    while count != focus["count"]:
        count = focus["count"]
        listen(0.4)


def wait_at(name, roles=ALL):
    """Waits until the keyboard comes there by itself."""
    until(lambda: is_at(name, roles), f"keyboard in {name!r}")


def key(*names):
    run("xdotool", "key", "--delay", "12", *names)


def step(name):
    """One key that leads the keyboard to another place."""
    count = focus["count"]
    key(name)
    until(lambda: (listen(), focus["count"] > count)[1], f"other place after {name}")


def tab_to(name, roles=ALL, by="Tab"):
    """Tab until the keyboard is there, from wherever it is."""
    places = []
    for _ in range(150):
        if is_at(name, roles):
            rest()
            if is_at(name, roles):
                return
        step(by)
        # At the end of the way the window itself has the keyboard for a frame.
        until(lambda: at_now()[0] not in ("", "frame"), f"place after {by}")
        places.append(at_now()[1])
    fail(f"{by} does not reach {name!r}, only {places}")


def text_of(node):
    try:
        return plain(Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)))
    except GLib.Error:
        return None


def write(text):
    """Types where the keyboard is, and waits until it stands there."""
    key("ctrl+a")
    run("xdotool", "type", "--delay", "6", text)
    until(lambda: text_of(focus["node"]) == text, f"{text!r} in {at_now()}")


def fill(name, text):
    tab_to(name, FIELD)
    write(text)
    if not is_at(name, FIELD):
        fail(f"{text!r} is not in {name!r}")


def choose(name, option):
    """Opens a list of choices and takes one, by keyboard."""
    tab_to(name, COMBO)
    key("space")
    see(option, BUTTON)
    tab_to(option, BUTTON)
    step("Return")
    wait_at(name, COMBO)


def press(name, by="Tab"):
    """A button that leads the keyboard elsewhere: into a form, or to what its step left."""
    tab_to(name, BUTTON, by)
    step("Return")


def opens(name, by="Tab"):
    """A button that opens a form, which takes the keyboard."""
    press(name, by)
    see("", ("dialog",))
    words = f"keyboard in the form of {name!r}"
    until(lambda: at_now()[0] in ALL and not is_at(name, BUTTON), words)
    rest()


def place_of(node, along=0.5):
    """The middle of what is shown, or so far along it, once it stands still; in the window, which
    fills the screen."""
    before = None
    for _ in range(200):
        try:
            area = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        except GLib.Error:
            return None
        now = (area.x, area.y, area.width, area.height)
        if now == before and area.width > 0 and area.height > 0:
            return area.x + int(area.width * along), area.y + area.height // 2
        before = now
        listen(0.1)
    return None


def point(name, roles=ALL, along=0.5):
    """Moves the mouse to what has this name."""
    x, y = until(lambda: place_of(see(name, roles), along), f"place of {name!r}")
    run("xdotool", "mousemove", str(x), str(y))


def click(name, roles=ALL, button="1", held=None, along=0.5):
    """Presses a button of the mouse on it, with a key held down."""
    point(name, roles, along)
    if held:
        run("xdotool", "keydown", held)
    run("xdotool", "click", button)
    if held:
        run("xdotool", "keyup", held)


def act_as(name):
    key("ctrl+r")
    see("Suchen oder Befehl", FIELD)
    run("xdotool", "type", "--delay", "6", name)
    see(f"^Handeln als {re.escape(name)}", ROW)
    key("Return")
    gone("Suchen oder Befehl", FIELD)


def go_to(words, row):
    """By the search, to what one line of it leads to."""
    key("ctrl+k")
    see("Suchen oder Befehl", FIELD)
    run("xdotool", "type", "--delay", "6", words)
    see(row, ROW)
    key("Return")
    gone("Suchen oder Befehl", FIELD)


def entries():
    said = run(program, "journal", ledger, "--json")
    reader, at, found = json.JSONDecoder(), 0, []
    while at < len(said.rstrip()):
        value, at = reader.raw_decode(said, at)
        found += value if isinstance(value, list) else [value]
        while at < len(said) and said[at].isspace():
            at += 1
    return found


def booked(kind, actor):
    """The last entry of the ledger, read by the command line, is of this kind and person."""
    def last():
        entry = entries()[-1]
        return entry["kind"] == kind and entry["actor"] == actor and entry
    until(last, f"{kind} of person {actor} at the end of the ledger")
    see("^Gebucht: ", ("status bar",))
