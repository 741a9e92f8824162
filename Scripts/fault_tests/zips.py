"""H1: archives made to fill disks, to write outside, to lie. Read with `minbar ingest`."""

import pathlib
import struct
import zipfile
import zlib

from fault_tests.home import Home
from fault_tests.measuring import measure
from fault_tests.report import Result

HEADER = b"date,views\n2026-10-01,5\n"


def plain(path, names_and_bytes, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in names_and_bytes:
            archive.writestr(name, data)


def bomb(path, gigabytes):
    """One entry that unpacks a thousandfold."""
    info = zipfile.ZipInfo("Table data.csv")
    info.compress_type = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(path, "w") as archive, archive.open(info, "w", force_zip64=True) as entry:
        entry.write(HEADER)
        for _ in range(gigabytes * 64):
            entry.write(bytes(16 << 20))


def overlapping(path, entries=500):
    """Many entries of the directory that share the bytes of one: kilobytes that unpack to gigabytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    plain_bytes = bytes(32 << 20)
    packed = packer.compress(plain_bytes) + packer.flush()
    checksum = zlib.crc32(plain_bytes)
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 0, checksum, len(packed), len(plain_bytes), 5, 0)
    body = local + b"a.csv" + packed
    directory = b"".join(
        struct.pack(
            "<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 0, checksum, len(packed), len(plain_bytes), 5, 0, 0, 0, 0,
            0, 0) + b"%04d." % index for index in range(entries))
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, entries, entries, len(directory), len(body), 0)
    path.write_bytes(body + directory + end)


def nested(path, depth=6):
    data, name = HEADER * 1000, "Table data.csv"
    for level in range(depth):
        plain(path, [(name, data)])
        data, name = path.read_bytes(), f"level{level}.zip"
    plain(path, [(name, data)])


def link(path):
    info = zipfile.ZipInfo("Table data.csv")
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(info, "/etc/passwd")


def cases(folder):
    outside = ["../out.csv", "/tmp/out.csv", "a/../../out.csv", "..\\out.csv", "C:\\out.csv", "\u202eout.csv"]
    makers = {
        "thousandfold, 2 GB": lambda path: bomb(path, 2), "overlapping entries": overlapping, "zip in zip in zip": nested,
        "symbolic link": link, "names that lead outside": lambda path: plain(path, [(name, HEADER) for name in outside]),
        "5,000 entries": lambda path: plain(path, [(f"{n}.csv", HEADER) for n in range(5000)]),
        "twice the same name": lambda path: plain(path, [("a.csv", HEADER), ("a.csv", HEADER * 2)]),
        "cut off": lambda path: cut(path), "no archive at all": lambda path: path.write_bytes(b"PK\3\4" + bytes(9999)),
    }
    for index, (name, make) in enumerate(makers.items()):
        path = folder / f"case-{index}.zip"
        make(path)
        yield name, path


def cut(path):
    plain(path, [("a.csv", HEADER * 5000)])
    path.write_bytes(path.read_bytes()[:-60])


def run(share):
    home = Home().set_up()
    folder = home.folder / "zips"
    folder.mkdir()
    tried = outside = bad = 0
    slowest, largest = ("", 0.0), 0
    for name, path in cases(folder):
        before = snapshot(home)
        found = measure(["ingest", str(path)], environment=home.environment, limit=20)
        tried += 1
        outside += snapshot(home) != before
        bad += found.status not in (0, 1)
        largest = max(largest, found.memory)
        if found.busy > slowest[1]:
            slowest = (name, found.busy)
    home.remove()
    return Result(
        "hostile archives",
        f"{tried} archives: {outside} wrote outside the database, {bad} crashed or hung; at most {largest >> 20} MB and "
        f"{slowest[1]:.1f} s of a processor ({slowest[0]})", "0, 0, at most 256 MB and 2 s", outside + bad == 0 and largest <= 256 << 20
        and slowest[1] <= 2)


def snapshot(home):
    """Names of files that a hostile name could reach."""
    places = [home.folder, home.data, pathlib.Path("/tmp")]
    known = {"minbar.db-wal", "minbar.db-shm"}
    return [sorted(p.name for p in place.iterdir() if "out" in p.name or place == home.data and p.name not in known)
            for place in places]
