"""CSV as the platforms write it: each quotes cells by its own rule."""


def _quoted(cell):
    return '"' + cell.replace('"', '""') + '"'


def studio(rows):
    """YouTube Studio: UTF-8 without BOM, LF, quotes only where needed."""
    return _joined(rows, ",", "\n", ',"\n').encode("utf-8")


def meta(rows):
    """Meta content exports: UTF-8 with BOM, LF, quotes also around cells with spaces."""
    return _joined(rows, ",", "\n", ',"\n ').encode("utf-8-sig")


def russian_excel(rows):
    """"CSV" of a Russian Excel: semicolons, CRLF, Windows-1251."""
    return _joined(rows, ";", "\r\n", ';"\n').encode("cp1251")


def plain(rows):
    """A CSV of nobody in particular: UTF-8, commas, LF."""
    return _joined(rows, ",", "\n", ',"\n').encode("utf-8")


def _joined(rows, comma, end, reasons):
    """reasons: the letters that make a cell need quotes."""
    return "".join(comma.join(_cell(str(cell), reasons) for cell in row) + end for row in rows)


def _cell(cell, reasons):
    return _quoted(cell) if any(letter in cell for letter in reasons) else cell
