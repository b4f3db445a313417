"""Walks through the real window with a real mouse and keyboard, as a desk officer would.

    window_walk.py PROGRAM LEDGER PAPER PICTURES

Names and places of what is clicked come from the accessibility bus, as a screen reader gets them:
what has no name there cannot be found here. From first start to a printed statement.
"""

import json
import os
import re
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

program, ledger, paper, pictures = sys.argv[1:]
MONEY, GRANT = "12500,00", "EG-2020-003"


def run(*words):
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout


def walk(node):
    """Every node of an application, from top to bottom."""
    yield node
    try:
        children = [node.get_child_at_index(index) for index in range(node.get_child_count())]
    except Exception:  # the node has gone meanwhile
        return
    for child in children:
        if child is not None:
            yield from walk(child)


def every(app):
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        found = desktop.get_child_at_index(index)
        if found is not None and found.get_name() == app:
            yield from walk(found)


def find(name, roles, app="foerderbuch"):
    """The last node of one of the roles whose name matches; the last one lies on top."""
    last = None
    for node in every(app):
        try:
            role, words = node.get_role_name(), node.get_name() or ""
        except Exception:
            continue
        if role in roles and re.search(name, words.replace("\u00a0", " ")):
            last = node
    return last


BUTTON = ("push button", "button", "toggle button")
ROW = ("list item", "list box option", "option", "table row", "menu item", "table cell")
FIELD = ("entry", "text", "editbar")
COMBO = ("combo box",)
CHOICE = ROW + BUTTON


def wait_for(name, roles, app="foerderbuch", seconds=10.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        node = find(name, roles, app)
        if node is not None:
            return node
        time.sleep(0.1)
    shot("walk-failed.png")
    seen = sorted({f"{n.get_role_name()}: {n.get_name()}" for n in every(app)})
    sys.exit(f"there is no {roles[0]} {name!r} in {app}:\n" + "\n".join(seen))


def shot(name):
    run("import", "-window", "root", os.path.join(pictures, name))


def settle():
    time.sleep(0.35)


def place_of(node):
    place = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return place.x, place.y, place.width, place.height


def point(node):
    """Where to click, once it stays there; what is out of sight is scrolled to by the wheel."""
    for _ in range(40):
        before = place_of(node)
        time.sleep(0.12)
        x, y, width, height = place_of(node)
        if before != (x, y, width, height):
            continue
        if 0 < y + height / 2 < 860 and width > 0:
            return int(x + width / 2), int(y + height / 2)
        run("xdotool", "mousemove", "800", "500", "click", "5" if y > 0 else "4")
    shot("walk-failed.png")
    sys.exit(f"{node.get_name()!r} cannot be brought into sight")


def click(name, roles=BUTTON):
    x, y = point(wait_for(name, roles))
    run("xdotool", "mousemove", str(x), str(y), "click", "1")
    settle()


def keys(*names):
    run("xdotool", "key", "--delay", "30", *names)
    settle()


def write(text):
    run("xdotool", "type", "--delay", "8", text)
    settle()


def fill(name, text):
    click(name, FIELD)
    keys("ctrl+a")
    write(text)


def person(name):
    click("Handelnde Person", COMBO)
    # "B. Lang · Sachbearbeitung": name and roles.
    click(f"^{re.escape(name)} · ", CHOICE)


def tab_to(name, roles):
    """By keyboard alone, from wherever the keyboard is."""
    node = wait_for(name, roles)
    for _ in range(200):
        node.clear_cache()
        if node.get_state_set().contains(Atspi.StateType.FOCUSED):
            return
        run("xdotool", "key", "Tab")
        time.sleep(0.15)
    shot("walk-failed.png")
    sys.exit(f"Tab does not reach {name!r}")


def entries():
    said = run(program, "journal", ledger, "--json")
    reader, at, found = json.JSONDecoder(), 0, []
    while at < len(said.rstrip()):
        value, at = reader.raw_decode(said, at)
        found += value if isinstance(value, list) else [value]
        while at < len(said) and said[at].isspace():
            at += 1
    return found


def booked(*kinds):
    """The last entries of the ledger, read by the command line, are of these kinds."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        last = [entry["kind"] for entry in entries()[-len(kinds):]]
        if last == list(kinds):
            return
        time.sleep(0.2)
    shot("walk-failed.png")
    sys.exit(f"the ledger ends with {last}, not {list(kinds)}")


def to_the_front():
    """There is no window manager here that would give the window the keyboard."""
    own = run("xdotool", "search", "--onlyvisible", "--name", "rderbuch").split()[-1]
    run("xdotool", "windowfocus", own)
    settle()


def first_start():
    wait_for("Hinweis schließen", BUTTON, seconds=30)
    to_the_front()
    shot("walk-1-start.png")
    click("Hinweis schließen")
    if find("Hinweis schließen", BUTTON) is not None:
        sys.exit("the notice does not go")


def draw():
    person("A. Weber")
    click("^Zuwendungen", BUTTON)
    click(GRANT, ROW)
    click("^Mittelabruf …")
    fill("Abgerufener Betrag", MONEY)
    fill("Beleg oder Aktenzeichen", f"{GRANT}, Abruf 2")
    shot("walk-2-draw.png")
    click("Mittelabruf buchen")
    booked("draw_requested")


def attest():
    person("B. Lang")
    click("^Rechnerisch richtig …")
    click("^Buchen$")
    booked("draw_requested", "arithmetic_attested")
    person("F. Sommer")
    click("^Sachlich richtig …")
    click("^Buchen$")
    booked("arithmetic_attested", "factually_attested")


def order():
    person("C. Roth")
    click("^Anordnen …")
    fill("Beleg oder Aktenzeichen", f"{GRANT}, Anordnung 2")
    shot("walk-3-order.png")
    click("Anordnung buchen")
    booked("factually_attested", "payment_ordered")


def confirm_by_keyboard():
    person("A. Weber")
    tab_to("^Auszahlung bestätigen …", BUTTON)
    keys("Return")
    tab_to("Beleg der Kasse", FIELD)
    write("K-2020-9002")
    shot("walk-4-confirm.png")
    keys("Return")
    booked("draw_requested", "arithmetic_attested", "factually_attested", "payment_ordered",
           "payment_confirmed")


def print_statement():
    click("^Empfänger", BUTTON)
    click("Kommune F", ROW)
    click("^Kontoauszug …")
    # The dialog of the system: another program, reached over the same bus.
    wait_for("^(OK|Save|Speichern)$", BUTTON, app="zenity", seconds=20)
    states = (Atspi.StateType.SHOWING, Atspi.StateType.EDITABLE)
    fields = [node for node in every("zenity") if node.get_role_name() == "text"
              and all(node.get_state_set().contains(state) for state in states)]
    shot("walk-5-dialog.png")
    x, y = point(fields[0])
    run("xdotool", "mousemove", str(x), str(y))
    below = re.search(r"WINDOW=(\d+)", run("xdotool", "getmouselocation", "--shell")).group(1)
    run("xdotool", "windowfocus", below, "click", "1")
    settle()
    keys("ctrl+a")
    write(paper)
    keys("Return")
    to_the_front()
    end = time.monotonic() + 20
    while not os.path.exists(paper):
        if time.monotonic() > end:
            shot("walk-failed.png")
            sys.exit("the statement was not written")
        time.sleep(0.2)
    wait_for("Papier gespeichert", ("status bar", "label", "statusbar", "notification"))
    shot("walk-6-printed.png")


begun = time.monotonic()
window = subprocess.Popen([program])
try:
    for step in (first_start, draw, attest, order, confirm_by_keyboard, print_statement):
        step()
        if window.poll() is not None:
            sys.exit(f"the window ended by itself with {window.returncode}")
        print(f"{time.monotonic() - begun:5.1f} s: {step.__name__.replace('_', ' ')}", flush=True)
finally:
    window.terminate()
    window.wait()
