"""Walks through the real window as somebody does who knows the trade and not the program.

    window_walk.py PROGRAM LEDGER PAPER PICTURES

First by mouse through a list; then by keyboard alone, from first start to a printed statement, and
as the treasurer of a county, from her extract and her bank's file to the confirmation.
"""

import os
import re
import subprocess
import sys
import time
import zipfile

from desk_hand import (
    BUTTON, FIELD, HEAD, PATIENCE, ROW, act_as, booked, choose, click, entries, fill,
    go_to, gone, is_at, key, ledger, listener, nodes, opens, paper, place_of, plain, point,
    press, program, run, see, shot, tab_to, text_of, until, wait_at, write,
)
from drag import Drag

GRANT, MONEY = "EG-2020-010", "40.000,00"
WEBER, LANG, ROTH, SOMMER = 1, 2, 3, 6


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
    fill("^Bewilligungszeitraum bis$", "31.12.2021")
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
        paid = [("2020-10-20", "900000.00"), ("2020-11-20", "800000.00")]
        archive.writestr("2020-12-31.camt.053.xml", camt([*paid, ("2020-12-10", "500000.00")]))
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


STEPS = (first_start, mouse, apply, examine, grant, announce, draw, attest, order, confirm,
         milestone, overdue, statement, treasurer)

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
