"""H2: a CSV of 10 GB. H3: a field of 1 GB. H7: combining marks. H8: text made to be slow. All through standard input."""

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


SLOW = {
    "negations": "не не не бить ", "class words": "кыздар ", "half words": "дагыдагыдагыдагы", "phrases": "ала ала качуу ",
    "hands": "🙏", "marks": "a\u0301\u0300", "apostrophes": "o'", "links": "http://", "full stops": "а. ",
    "brackets": "(((", "questions": "кыздарды окутпагыла? ", "one word": "аб",
}


def slow_text(share):
    texts = [(name, (piece * ((1 << 20) // len(piece.encode()))).encode() + b"\n") for name, piece in SLOW.items()]
    slowest, times = compare([("text", "tag")], texts)
    home = Home()
    lines = [(piece * (500 // len(piece.encode()))).encode() + b"\n" for piece in SLOW.values()] * 400
    empty = measure(["text", "tag"], [b"\n"], home.environment)
    found = measure(["text", "tag"], [b"".join(lines)], home.environment)
    home.remove()
    each = (found.busy - empty.busy) / len(lines) * 1000
    return Result(
        "text made to be slow",
        f"{len(texts)} texts of 1 MB: {times}; {len(lines)} hostile comments of 500 bytes take {each:.2f} ms each",
        "at most 1 s a MB, 5 ms a comment", slowest <= 1 and each <= 5 and found.status == 0)


def compare(commands, texts):
    """Greatest time of processors beyond that of an empty line, and a list of times, of three runs the quickest."""
    home = Home()
    slowest, times = 0.0, []
    for command in commands:
        floor = quickest(command, b"\n", home)
        for name, text in texts:
            seconds = max(0.0, quickest(command, text, home) - floor)
            slowest = max(slowest, seconds)
            times.append(f"{command[-1]} {name} {seconds * 1000:.0f} ms")
    home.remove()
    return slowest, ", ".join(times)


def quickest(command, text, home):
    runs = [measure(list(command), [text], home.environment, limit=120) for _ in range(3)]
    return min(run.busy for run in runs) if all(run.status == 0 for run in runs) else float("inf")
