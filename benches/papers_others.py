#!/usr/bin/env python3
"""The papers of `benches/papers.rs` set by others: 23 statements and a table of 880 rows (about
40 pages), with the same words and figures, by ReportLab and LibreOffice.

Usage: benches/papers_others.py PROGRAM LEDGER
PROGRAM is a release build, LEDGER one of 4,000 entries with seed 11 (example `generate`), as the
bench has it. What is not installed is left out: `pip install reportlab`, `apt-get install
libreoffice-writer-nogui`. Both set plain tables without tags, attachments, bookmarks or QR codes,
so that the comparison favours them. Each time is the least of three.
"""

import csv
import html
import io
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

STATEMENTS = 23
ROWS = 880


def papers(program, ledger, folder):
    """Title and rows of each paper, as the program gives them as CSV."""
    command = [program, "statement", ledger, "--all", "--format", "csv"]
    subprocess.run([*command, "--out", folder], check=True, capture_output=True)
    files = sorted(folder.glob("*.csv"))[:STATEMENTS]
    journal = folder / "journal.csv"
    command = [program, "report", ledger, "--kind", "journal", "--format", "csv"]
    subprocess.run([*command, "--out", journal], check=True, capture_output=True)
    read = lambda file: list(csv.reader(io.StringIO(file.read_text("utf-8-sig")), delimiter=";"))
    return [read(file) for file in files], read(journal)


def blocks(rows):
    """Runs of rows with one cell (words) and with several (a table whose first row is its head)."""
    found = []
    for row in rows:
        kind = "table" if len(row) > 1 else "words"
        if not found or found[-1][0] != kind:
            found.append((kind, []))
        found[-1][1].append(row)
    return found


def cut(rows):
    """The journal with as many rows as the bench has."""
    kept, count = [], 0
    for row in rows:
        count += len(row) > 1
        if len(row) <= 1 or count <= ROWS + 1:
            kept.append(row)
    return kept


def least(what):
    times = []
    for _ in range(3):
        began = time.perf_counter()
        pages = what()
        times.append(time.perf_counter() - began)
    return min(times), pages


def reportlab(statements, journal):
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

    style = getSampleStyleSheet()["BodyText"]
    small = style.clone("small", fontSize=7, leading=8.5)
    lines = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.grey)])

    def one(rows, size):
        story = []
        for kind, part in blocks(rows):
            if kind == "words":
                story += [Paragraph(html.escape(" ".join(row)), style) for row in part]
                continue
            width = max(map(len, part))
            cells = [
                [Paragraph(html.escape(cell), small) for cell in row + [""] * (width - len(row))]
                for row in part
            ]
            inner = size[0] - 100
            table = LongTable(cells, [inner / width] * width, repeatRows=1)
            table.setStyle(lines)
            story.append(table)
        out = io.BytesIO()
        paper = SimpleDocTemplate(out, pagesize=size, leftMargin=50, rightMargin=50)
        paper.build(story)
        return paper.page

    pages = lambda: (sum(one(rows, A4) for rows in statements), one(journal, landscape(A4)))
    return least(pages)


def libreoffice(office, statements, journal, folder):
    for number, rows in enumerate([*statements, journal]):
        body = []
        for kind, part in blocks(rows):
            if kind == "words":
                body += [f"<p>{html.escape(' '.join(row))}</p>" for row in part]
                continue
            line = lambda row: "".join(f"<td>{html.escape(cell)}</td>" for cell in row)
            body.append("<table>" + "".join(f"<tr>{line(row)}</tr>" for row in part) + "</table>")
        text = f"<html><meta charset='utf-8'><body>{''.join(body)}</body></html>"
        (folder / f"{number:02}.html").write_text(text, "utf-8")
    sources = sorted(folder.glob("*.html"))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [office, profile, "--headless", "--convert-to", "pdf:writer_web_pdf_Export"]

    def run():
        done = subprocess.run([*command, "--outdir", folder, *sources], capture_output=True)
        made = len(list(folder.glob("*.pdf")))
        if done.returncode or made != len(sources):
            sys.exit(f"LibreOffice made {made} of {len(sources)} papers: {done.stderr.decode()}")
        return made

    run()  # The first start makes a profile.
    return least(run)


def main():
    program, ledger = (pathlib.Path(name).resolve() for name in sys.argv[1:3])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        statements, journal = papers(program, ledger, folder)
        journal = cut(journal)
        print(f"{len(statements)} statements, {sum(len(row) > 1 for row in journal) - 1} rows")
        try:
            seconds, pages = reportlab(statements, journal)
            print(f"ReportLab    {seconds:7.2f} s  {pages[0]} + {pages[1]} pages")
        except ImportError:
            print("ReportLab    not installed")
        office = shutil.which("soffice") or shutil.which("libreoffice")
        if office:
            seconds, made = libreoffice(office, statements, journal, folder)
            print(f"LibreOffice  {seconds:7.2f} s  {made} papers, start of the program included")
        else:
            print("LibreOffice  not installed")


if __name__ == "__main__":
    main()
