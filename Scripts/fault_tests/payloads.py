"""H10: hostile texts through every form that is written, read again by independent readers: Python's html.parser, csv,
xml and json, openpyxl, and LibreOffice where it is there."""

import csv
import html.parser
import io
import json
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

# Where Debian's python3-openpyxl lies, whatever Python runs this.
sys.path.append("/usr/lib/python3/dist-packages")

import openpyxl

from fault_tests.home import ROOT, Home
from fault_tests.payload_list import BROKEN_BYTES, payloads
from fault_tests.report import Result

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
CHANNEL = "UCMinbarSampleK010aZK6K6"
ATTRIBUTES_OF_SCRIPTS = "on"


def info(index, title):
    """A video's metadata, as bytes; a title may be bytes that are no text."""
    record = {
        "id": f"P{index:010d}", "title": "TITLE", "description": "about TITLE", "channel_id": CHANNEL,
        "channel": "Айыл имамы", "upload_date": f"202610{index % 28 + 1:02d}", "duration": 600 + index,
        "view_count": 1_000_000 - index, "like_count": 10, "extractor_key": "Youtube"}
    text = title if isinstance(title, bytes) else json.dumps(title).encode()[1:-1]
    return json.dumps(record).encode().replace(b"TITLE", text)


def programme(titles):
    """A programme whose talks, names and outside report carry these texts, and everything that it writes."""
    home = Home().set_up("2026-09", "2026-10")
    texts = home.folder / "texts.zip"
    with zipfile.ZipFile(texts, "w") as archive:
        for index, title in enumerate(titles):
            archive.writestr(f"{index}.info.json", info(index, title))
    home.run("ingest", str(texts), timeout=600)
    donors = home.data / "donors"
    donors.mkdir(mode=0o700)
    sample = (ROOT / "Reports/donors/sample.yaml").read_text()
    hostile = json.dumps(titles[0] if isinstance(titles[0], str) else "x")
    for words in ("Example organisation", "Talks online", "Views of the talks", "monitoring officer"):
        sample = sample.replace(words, hostile)
    (donors / "P1.yaml").write_text(sample.replace("example: true", ""))
    out = home.folder / "out"
    for words in (
        ["report", "month", "2026-10", "--xlsx", "--language", "ru"], ["report", "creator", "K01", "--month", "2026-10"],
        ["report", "donor", "P1", "2026-10"], ["report", "donor", "--from", "2026-09", "--to", "2026-10"],
    ):
        run = home.run(*words, "-o", str(out))
        if run.returncode != 0:
            raise RuntimeError(f"{words}: {run.stderr.decode()}")
    printed = out / "printed"
    printed.mkdir()
    for name, words in {
        "imports.json": ["imports", "list", "--format", "json"], "creators.json": ["creators", "list", "--format", "json"],
        "status.json": ["status", "--format", "json"], "records.ndjson": ["inspect", "--records", str(texts)],
    }.items():
        (printed / name).write_bytes(home.run(*words).stdout)
    home.run("coding", "sample", "--month", "2026-10", "-o", str(out / "coding.csv"), check=True)
    return home, out


class Skeleton(html.parser.HTMLParser):
    """Elements of a page with their attributes' names, and what could run."""

    def __init__(self):
        super().__init__()
        self.elements = []
        self.active = 0
        self.text = []

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, tuple(sorted(name for name, _ in attributes))))
        self.active += tag in ("script", "iframe", "object", "embed") or any(
            name.startswith(ATTRIBUTES_OF_SCRIPTS) or (value or "").lower().strip().startswith("javascript:")
            for name, value in attributes)

    def handle_data(self, data):
        self.text.append(data)


def read_page(path):
    page = Skeleton()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


class Tally:
    def __init__(self):
        self.files = self.cells = self.carried = 0
        self.faults = []

    def fault(self, path, what):
        self.faults.append(f"{path.name}: {what}")

    def cell(self, path, text):
        self.cells += 1
        self.carried += "1+1" in text or "script" in text or "alert" in text
        # A lone hyphen stands for "none" and is no formula in any program.
        if text.startswith(STARTS) and text != "-":
            self.fault(path, f"a cell starts a formula: {text[:24]!r}")


def read_csv(path, tally):
    data = path.read_bytes().decode("utf-8-sig")
    delimiter = ";" if data.split("\n", 1)[0].count(";") > data.split("\n", 1)[0].count(",") else ","
    rows = list(csv.reader(io.StringIO(data, newline=""), delimiter=delimiter, strict=True))
    for row in rows:
        for text in row:
            # Numbers are typed, not prefixed.
            if not is_number(text):
                tally.cell(path, text)
    widths = {len(row) for row in rows if row}
    if len(widths) > 1:
        tally.fault(path, f"rows of {sorted(widths)} cells")


def is_number(text):
    try:
        float(text.replace(",", "."))
        return True
    except ValueError:
        return False


def read_xlsx(path, tally):
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    tally.fault(path, f"a formula in {cell.coordinate}")
                elif isinstance(cell.value, str):
                    tally.cell(path, cell.value)


def read_all(out, tally):
    for path in sorted(out.rglob("*")):
        if not path.is_file():
            continue
        tally.files += 1
        try:
            if path.suffix == ".csv":
                read_csv(path, tally)
            elif path.suffix == ".xlsx":
                read_xlsx(path, tally)
            elif path.suffix == ".xml":
                ElementTree.parse(path)
            elif path.suffix == ".json":
                json.loads(path.read_bytes())
            elif path.suffix == ".ndjson":
                for line in path.read_bytes().splitlines():
                    json.loads(line)
            elif path.suffix == ".html":
                page = read_page(path)
                tally.carried += sum("1+1" in text or "script" in text for text in page.text)
                if page.active:
                    tally.fault(path, f"{page.active} elements that could run")
        except Exception as error:  # whatever a reader stumbles over is what is looked for
            tally.fault(path, f"{type(error).__name__}: {error}")


def compare_pages(hostile, benign, tally):
    """Titles change what is read in them, and so how many rows there are, but never bring an element or attribute."""
    for path in sorted(hostile.rglob("*.html")):
        other = benign / path.relative_to(hostile)
        strange = set(read_page(path).elements) - set(read_page(other).elements) if other.exists() else None
        if strange or strange is None:
            tally.fault(path, f"elements that plain titles do not bring: {sorted(strange or [])[:3]}")


def open_with_libreoffice(out, tally):
    """Opens every table as a person would and looks for formulas; nil where LibreOffice is not there."""
    office = shutil.which("soffice")
    tables = [path for ending in ("csv", "xlsx") for path in sorted(out.rglob("*." + ending))]
    if not office or not tables:
        return None
    target = out.parent / "opened"
    for path in tables:
        place = target / path.relative_to(out).parent
        subprocess.run(
            [office, f"-env:UserInstallation=file://{out.parent}/profile", "--headless", "--convert-to", "fods", "--outdir",
             str(place), str(path)], capture_output=True, timeout=120)
        opened = place / (path.stem + ".fods")
        if not opened.exists():
            tally.fault(path, "LibreOffice cannot open it")
        elif b"table:formula" in opened.read_bytes():
            tally.fault(path, "LibreOffice sees a formula")
        opened.rename(place / (path.name + ".fods")) if opened.exists() else None
    return len(tables)


def run(share):
    texts = payloads() + BROKEN_BYTES
    tally = Tally()
    home, out = programme(texts)
    plain, benign = programme([f"Plain title {index}" for index in range(len(texts))])
    read_all(out, tally)
    compare_pages(out, benign, tally)
    opened = open_with_libreoffice(out, tally) if share >= 1 else None
    for line in sorted(set(tally.faults))[:8]:
        print("   ", line)
    home.remove()
    plain.remove()
    return Result(
        "hostile texts through every form",
        f"{len(texts)} texts, {tally.files} files, {tally.cells} cells of text and {tally.carried} places with such a text "
        f"read again, {opened or 'no'} tables opened with LibreOffice: {len(tally.faults)} faults",
        "0 cells that start a formula, 0 formulas, no element or attribute that plain titles do not bring, every file readable",
        not tally.faults and tally.carried > 0)
