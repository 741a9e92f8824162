"""Zip files that come out the same each time."""

import io
import zipfile
import zlib


def zipped(members, month, is_packed=True):
    """A zip of names and bytes, dated the third day after the (year, month).

    is_packed: compressed; else stored as it is.
    """
    year, number = month
    packed = io.BytesIO()
    way = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(packed, "w", way) as archive:
        for name, data in members.items():
            entry = zipfile.ZipInfo(name, (year + number // 12, number % 12 + 1, 3, 9, 30, 0))
            entry.compress_type = way
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, data)
    return packed.getvalue()


def unzipped(data):
    """Names, dates and bytes inside a zip; the bytes themselves if it is none that can be opened.

    Compression differs between zlib versions, what is inside does not.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(entry.filename, entry.date_time, archive.read(entry)) for entry in archive.infolist()]
    except (zipfile.BadZipFile, zlib.error):
        return data
