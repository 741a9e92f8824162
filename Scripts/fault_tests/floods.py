"""H2: a CSV of 10 GB. H3: a field of 1 GB. H7: combining marks. H8: text made to be slow. All through standard input."""

import json

from fault_tests import slow_texts
from fault_tests.home import Home
from fault_tests.measuring import measure
from fault_tests.report import Result

HEADER = b"id,author,date,video id,text\n"


def table(gigabytes):
    """Rows of a table of comments, over and over, in pieces of about 1 MB; every row has another id."""
    yield HEADER
    words = "Рахмат устаз, сонун айттыңыз ".encode() * 6
    number, wanted = 0, int(gigabytes * (1 << 30))
    while wanted > 0:
        rows = b"".join(
            b'Ugx%012d,@a%d,2026-10-01T00:00:00Z,PPPPPPPPPP1,"%s"\n' % (number + index, index, words)
            for index in range(2600))
        number += 2600
        wanted -= len(rows)
        yield rows


def large_table(share):
    small, large = max(0.05, share), max(0.2, 10 * share)
    home = Home()
    first = measure(["inspect", "-"], table(small), home.environment, limit=300)
    second = measure(["inspect", "-"], table(large), home.environment, limit=1500)
    home.remove()
    growth = (second.memory - first.memory) / (1 << 20)
    rate = second.taken / 1e6 / second.seconds
    is_read = second.status in (0, 1) and second.taken >= large * (1 << 30)
    return Result(
        f"a table of {large:g} GB",
        f"read with {second.memory >> 20} MB, {growth:.0f} MB more than {small:g} GB took, at {rate:.0f} MB/s",
        "at most 300 MB, at most 20 MB more, at least 25 MB/s",
        is_read and second.memory <= 300 << 20 and growth <= 20 and rate >= 25)


def large_field(share):
    def field():
        yield HEADER + b'Ugx1,@a,2026-10-01T00:00:00Z,PPPPPPPPPP1,"'
        for _ in range(int(1024 * max(0.2, share))):
            yield b"a" * (1 << 20)
        yield b'"\nUgx2,@b,2026-10-01T00:00:00Z,PPPPPPPPPP1,good\n'

    home = Home()
    small = measure(["inspect", "-"], [HEADER, b"Ugx2,@b,2026-10-01T00:00:00Z,PPPPPPPPPP1,good\n"], home.environment)
    found = measure(["inspect", "-"], field(), home.environment)
    home.remove()
    growth = (found.memory - small.memory) / (1 << 20)
    names = b"line 2" in found.output and b"1 MiB" in found.output
    return Result(
        "a field of 1 GB",
        f"{'refused with its line and the bound' if names else found.output[-200:]}, ended with {found.status} after "
        f"{found.seconds:.1f} s, {growth:.0f} MB more than a small table", "refused at 1 MiB, named, at most 64 MB more",
        names and found.status == 1 and growth <= 64)


def combining_marks(share):
    marks = ("а" + "\u0316\u0301" * (1 << 18)).encode() + b"\n"
    slowest, times = compare([("text", "tag"), ("text", "words"), ("text", "restore")], [("marks", marks)])
    return Result(
        "1 MB of combining marks", f"{times}; longest {slowest * 1000:.0f} ms beyond loading", "at most 100 ms",
        slowest <= 0.1)


def slow_text(share):
    inputs = []
    for name, text in slow_texts.texts():
        # A talk with line ends needs JSON; what has none is read as a plain line, a comment.
        talk = json.dumps({"id": "1", "kind": "talk", "text": text}, ensure_ascii=False)
        inputs.append((f"{name} (talk)", talk.encode() + b"\n"))
        inputs.append((f"{name} (comment)", text.replace("\n", " ").encode() + b"\n"))
    found = times_beyond_start([("text", "tag")], inputs) + times_beyond_start(
        [("text", "sentences"), ("text", "language"), ("text", "words")], inputs[::2])
    slowest, texts = max(found)[0], f"{len(slow_texts.PIECES)} texts of 1 MB through 4 filters"
    home = Home()
    lines = [(piece * (500 // len(piece.encode()))).encode() + b"\n" for piece in slow_texts.PIECES.values()] * 100
    lines = [line.replace(b"\\n", b" ") for line in lines]
    empty = measure(["text", "tag"], [b"\n"], home.environment)
    many = measure(["text", "tag"], [b"".join(lines)], home.environment)
    home.remove()
    each = (many.busy - empty.busy) / len(lines) * 1000
    return Result(
        "text made to be slow",
        f"{texts}: {middle(found)}; {len(lines)} hostile comments of 500 bytes take {each:.2f} ms each",
        "at most 1 s a MB, 5 ms a comment", slowest <= 1 and each <= 5 and many.status == 0)


def middle(found):
    """The median and the three slowest of (seconds, name)."""
    ordered = sorted(found, reverse=True)
    worst = ", ".join(f"{name} {seconds * 1000:.0f} ms" for seconds, name in ordered[:3])
    return f"median {ordered[len(ordered) // 2][0] * 1000:.0f} ms of a processor, slowest {worst}"


def compare(commands, texts):
    """Greatest time of processors beyond that of an empty line, and a list of times, of three runs the quickest."""
    found = times_beyond_start(commands, texts)
    return max(found)[0], ", ".join(f"{name} {seconds * 1000:.0f} ms" for seconds, name in found)


def times_beyond_start(commands, texts):
    """(seconds, name) for each command and text: time of processors beyond that of an empty line."""
    home, found = Home(), []
    for command in commands:
        floor = quickest(command, b"\n", home)
        for name, text in texts:
            # Most are far from the mark: once is enough for those.
            seconds = quickest(command, text, home, runs=1) - floor
            if seconds > 0.3:
                seconds = min(seconds, quickest(command, text, home) - floor)
            found.append((max(0.0, seconds), f"{command[-1]} {name}"))
    home.remove()
    return found


def quickest(command, text, home, runs=3):
    runs = [measure(list(command), [text], home.environment, limit=120) for _ in range(runs)]
    return min(run.busy for run in runs) if all(run.status == 0 for run in runs) else float("inf")
