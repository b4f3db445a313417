"""Walks through the real window as somebody does who knows the trade and not the program.

    window_walk.py PROGRAM LEDGER PAPER PICTURES

First by mouse through a list; then by keyboard alone, from first start to a printed statement, and
as the treasurer of a county, from her extract and her bank's file to the confirmation. What is on the screen comes from the
accessibility bus, as a screen reader gets it: what has no name there cannot be found here. Nothing
waits for a time, everything for what must come.
"""

import json
import os
import re
import subprocess
import sys
import time
import zipfile

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from drag import Drag  # noqa: E402

program, ledger, paper, pictures = sys.argv[1:]
GRANT, MONEY = "EG-2020-010", "40.000,00"
WEBER, LANG, ROTH, SOMMER = 1, 2, 3, 6
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


# ------------------------------------------------------------------------- what is on the screen


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


# ------------------------------------------------------------------------- where the keyboard is

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


# ----------------------------------------------------------------------------------- what is done


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
    until(lambda: at_now()[0] in ALL and not is_at(name, BUTTON), f"keyboard in the form of {name!r}")
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
    see(f"^Als {re.escape(name)} handeln", ROW)
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


# -------------------------------------------------------------------------------------- the walk


def first_start():
    see("Hinweis schließen", BUTTON)
    see("Kette geprüft")
    shot("walk-1-start.png")
    press("Hinweis schließen")
    gone("Hinweis schließen")


def row_numbers():
    """The places of the rows that a list shows."""
    found = (re.match(r"Zeile (\d+) von", words) for role, words, _ in nodes() if role in ROW)
    return [int(row[1]) for row in found if row]


def mouse():
    """A screen, rows and a range of them, the wheel, a head, the menu of a cell, a form."""
    click("^Journal$", BUTTON)
    see("^Journal$", ("heading",))
    see("^0 markiert$")
    click("^Zeile 2 von", ROW, held="ctrl")
    see("^1 markiert")
    click("^Zeile 5 von", ROW, held="shift")
    see("^4 markiert")
    point("^Zeile 5 von", ROW)
    before = max(row_numbers())
    run("xdotool", "click", "--repeat", "12", "--delay", "20", "5")
    until(lambda: min(row_numbers(), default=0) > before, "rows farther down after the wheel")
    run("xdotool", "click", "--repeat", "40", "--delay", "20", "4")
    until(lambda: min(row_numbers(), default=0) == 1, "first row after the wheel")
    click("^Wirksam", HEAD)
    see("^Wirksam, aufsteigend sortiert$", HEAD)
    # The kind of the entry; a cell without a value has nothing to narrow to.
    click("^Zeile 3 von", ROW, button="3", along=0.25)
    click("^Nach diesem Wert filtern", BUTTON)
    click(", Filter entfernen$", BUTTON)
    gone(", Filter entfernen$", BUTTON)
    shot("walk-1-mouse.png")
    click("^Meilensteine", BUTTON)
    see("^Meilensteine$", ("heading",))
    click("^Meilenstein erreicht melden …", BUTTON)
    see("", ("dialog",))
    click("^Abbrechen$", BUTTON)
    gone("", ("dialog",))
    click("^Übersicht$", BUTTON)
    see("^Übersicht$", ("heading",))
    # Away from everything, for a hint would cover what comes.
    run("xdotool", "mousemove", "1278", "798")


def apply():
    act_as("A. Weber")
    key("ctrl+5")
    opens("^Antrag erfassen")
    choose("^Empfänger$", "Kommune F")
    fill("^Aktenzeichen$", GRANT)
    fill("^Beantragt$", "100000")
    fill("^Zweck$", "Digitales Rathaus")
    fill("^Gesamtausgaben$", "125000")
    fill("^Zuwendungsfähige Ausgaben$", "125000")
    fill("^Eigenanteil$", "25000")
    fill("^Eingang am$", "01.12.2020")
    key("ctrl+Return")
    booked("application_received", WEBER)


def examine():
    go_to(GRANT, GRANT)
    opens("^Prüfung abschließen …")
    fill("^Ergebnis$", "Zweck und Finanzierung belegt")
    tab_to("^Doppelförderung ausgeschlossen", ("check box",))
    key("space")
    fill("^Geprüft am$", "02.12.2020")
    key("ctrl+Return")
    booked("application_examined", WEBER)


def grant():
    act_as("C. Roth")
    opens("^Bescheid erlassen")
    fill("^Datum des Bescheids$", "03.12.2020")
    fill("^Bewilligung bis$", "31.12.2021")
    fill("^Kassenzeichen$", "16999006-EG-10")
    fill("^Beleg oder Aktenzeichen$", f"{GRANT}, Bescheid")
    choose("^Titel$", "883 71")
    choose("^Haushaltsjahr$", "2020")
    shot("walk-2-grant.png")
    key("ctrl+Return")
    booked("grant_issued", ROTH)


def announce():
    act_as("A. Weber")
    opens("^Bescheid bekannt")
    choose("^Art der Bekanntgabe$", "Empfangs")
    fill("^Aufgabe zur Post oder Empfang am$", "04.12.2020")
    key("ctrl+Return")
    booked("notice_announced", WEBER)
    press("^Weitere Schritte")
    opens("^Rechtsbehelfsverzicht")
    fill("^Eingang am$", "07.12.2020")
    key("ctrl+Return")
    booked("remedy_waived", WEBER)


def draw():
    # The keyboard is where the last step began, at the further ones, right of it.
    opens("^Mittelabruf erfassen …", "shift+Tab")
    fill("^Abgerufener Betrag$", MONEY)
    fill("^Beleg oder Aktenzeichen$", f"{GRANT}, Abruf 2")
    shot("walk-2-draw.png")
    key("ctrl+Return")
    booked("draw_requested", WEBER)


def steps_head():
    heads = [words for role, words, _ in nodes() if role == "heading" and " · " in words]
    return heads[0] if heads else ""


def take(step_name, person, number, kind, fields=()):
    """A step that waits in the work list: its row, what is to be typed for it, Ctrl+Enter."""
    if person:
        act_as(person)
    key("ctrl+2")
    see("^Arbeitsliste$", ("heading",))
    until(lambda: is_at("", ROW), "keyboard in a row of the work list")
    for _ in range(8):
        head = until(steps_head, "step of the work list")
        if head.startswith(step_name):
            break
        key("Right")
        until(lambda: steps_head() not in ("", head), f"another step than {head}")
    until(lambda: is_at(GRANT, ROW), f"keyboard in the row of {GRANT}")
    for name, text in fields:
        fill(name, text)
    shot(f"walk-3-{kind}.png")
    key("ctrl+Return")
    booked(kind, number)


def attest():
    take("Rechnerisch feststellen", "B. Lang", LANG, "arithmetic_attested")
    take("Sachlich feststellen", "F. Sommer", SOMMER, "factually_attested")


def order():
    fields = [("^Beleg", f"{GRANT}, Anordnung 2")]
    take("Auszahlung anordnen", "C. Roth", ROTH, "payment_ordered", fields)


def confirm():
    take("An Kasse übergeben", "A. Weber", WEBER, "order_handed_over")
    fields = [("^Beleg der Kasse, ", "K-2020-9002")]
    take("Auszahlung bestätigen", "", WEBER, "payment_confirmed", fields)


def milestone():
    key("ctrl+8")
    see("^Meilensteine$", ("heading",))
    opens("^Meilenstein erreicht melden …")
    choose("^Meilenstein$", "Erste Pilotkommunen")
    fill("^Erreicht am$", "30.12.2020")
    fill("^Nachweis$", "Protokoll vom 30.12.2020")
    shot("walk-6-milestone.png")
    key("ctrl+Return")
    booked("milestone_reached", WEBER)


def overdue():
    """A year later: which proof of use is overdue?"""
    key("ctrl+t")
    wait_at("^Stichtag$", FIELD)
    write("30.06.2022")
    key("Return")
    key("ctrl+7")
    see("^Fristen$", ("heading",))
    tab_to("^Überfällig$", BUTTON)
    key("Return")
    fill("^Suchen", "Verwendungsnachweis")
    see("überfällig.*Verwendungsnachweis, Kommune F ", ROW)
    shot("walk-7-overdue.png")


def name_file(path, opens=False):
    """Types a path into the dialog of the system, another program reached over the same bus."""
    see("^(OK|Save|Speichern|Open|Öffnen)$", BUTTON, app="zenity")
    until(lambda: "zenity" in run("xdotool", "getactivewindow", "getwindowname").lower(),
          "file dialog in front")
    key("ctrl+l" if opens else "ctrl+a")
    run("xdotool", "type", "--delay", "12", path)
    until(lambda: any(text_of(node) == path for role, _, node in nodes("zenity")
                      if role == "text"), f"{path} in the file dialog")
    # The first Return may only take what the dialog offers to complete.
    pressed = 0.0

    def closed():
        nonlocal pressed
        if not any(nodes("zenity")):
            return True
        if time.monotonic() - pressed > 3:
            pressed = time.monotonic()
            key("Return")
        return False

    until(closed, "file dialog closed")


def statement():
    go_to("Kommune F", "Kommune F")
    see("^Zuwendungsübersicht …", BUTTON)
    shot("walk-8-account.png")
    key("ctrl+p")
    name_file(paper)
    until(lambda: os.path.exists(paper), paper)
    see("Dokument gespeichert")
    shot("walk-9-printed.png")
    words = plain(run("pdftotext", "-layout", paper, "-"))
    for needed in ("Kommune F", MONEY):
        if needed not in words:
            sys.exit(f"{needed} is not in the statement:\n{words}")


def camt(credits):
    """A statement of the county's account in the form that banks give today, camt.053.001.08."""
    account, purpose = "DE84123456780016064711", "16066-DIG-0001 EG-2020-001"
    closing = sum(int(amount.replace(".", "")) for _, amount in credits)

    def balance(code, cents, day):
        return (f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>"
                f'<Amt Ccy="EUR">{cents // 100}.{cents % 100:02}</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
                f"<Dt><Dt>{day}</Dt></Dt></Bal>")

    entries = "".join(
        f'<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>'
        f"<BookgDt><Dt>{day}</Dt></BookgDt><ValDt><Dt>{day}</Dt></ValDt>"
        "<BkTxCd><Prtry><Cd>166</Cd></Prtry></BkTxCd><NtryDtls><TxDtls>"
        f"<RmtInf><Ustrd>{purpose}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
        for day, amount in credits)
    return ('<?xml version="1.0" encoding="UTF-8"?>'
            '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>'
            "<GrpHdr><MsgId>1</MsgId><CreDtTm>2020-12-31T18:00:00</CreDtTm></GrpHdr>"
            f"<Stmt><Id>1</Id><Acct><Id><IBAN>{account}</IBAN></Id><Ccy>EUR</Ccy></Acct>"
            + balance("OPBD", 0, "2020-01-02") + balance("CLBD", closing, "2020-12-31")
            + f"{entries}</Stmt></BkToCstmrStmt></Document>")


def treasurer():
    """The county's extract, the ZIP of its bank dropped on the window, the comparison with the
    confirmation."""
    folder = os.path.dirname(paper)
    extract, bank, confirmation = (
        os.path.join(folder, f"walk-{name}")
        for name in ("16066.foerderbuch", "bank.zip", "comparison.pdf"))
    for path in (extract, bank, confirmation):
        if os.path.exists(path):
            os.remove(path)
    run(program, "extract", ledger, "--recipient", "16066", "--out", extract)
    with zipfile.ZipFile(bank, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("2020-12-31.camt.053.xml", camt(
            [("2020-10-20", "900000.00"), ("2020-11-20", "800000.00"), ("2020-12-10", "500000.00")]))
    key("ctrl+o")
    name_file(extract, opens=True)
    see("^Landkreis Schmalkalden-Meiningen$", ("heading",))
    shot("walk-10-extract.png")
    go_to("Bankabgleich", "Bankabgleich")
    drag = Drag([bank], PATIENCE)
    drag.over(*until(lambda: place_of(see("^Kontoauszug wählen …", BUTTON)), "place to drop"))
    see("^Hier loslassen: Die Datei wird als Kontoauszug gelesen")
    shot("walk-11-dragged.png")
    drag.drop()
    see("Alles stimmt überein")
    see("walk-bank.zip")
    shot("walk-11-comparison.png")
    tab_to("^Abgleich drucken …", BUTTON)
    key("Return")
    name_file(confirmation)
    until(lambda: os.path.exists(confirmation), confirmation)
    see("Dokument gespeichert")
    words = plain(run("pdftotext", "-layout", confirmation, "-"))
    for needed in ("Saldenbestätigung", "2.200.000,00", "Schmalkalden-Meiningen"):
        if needed not in words:
            sys.exit(f"{needed} is not in the confirmation:\n{words}")


STEPS = (first_start, mouse, apply, examine, grant, announce, draw, attest, order, confirm, milestone,
         overdue, statement, treasurer)

if __name__ == "__main__":
    listener.register("object:state-changed:focused")
    begun = time.monotonic()
    window = subprocess.Popen([program])
    try:
        for part in STEPS:
            part()
            if window.poll() is not None:
                sys.exit(f"the window ended by itself with {window.returncode}")
            words = part.__name__.replace("_", " ")
            print(f"{time.monotonic() - begun:5.1f} s: {words}", flush=True)
    finally:
        if not os.environ.get("WALK_STAYS"):
            window.terminate()
            window.wait()
