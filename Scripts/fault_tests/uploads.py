"""F9: uploads that are cut off: what comes through standard input ends anywhere."""

from fault_tests.home import ROOT, Home, rounds
from fault_tests.report import Result


def run(share):
    files = sorted((ROOT / "Samples/exports/2026-10").rglob("*.info.json"), key=lambda file: -file.stat().st_size)
    whole = files[0].read_bytes()
    home = Home().set_up()
    before = home.fingerprint()
    count = rounds(100, share)
    kept = left = crashed = 0
    for index in range(count):
        process = home.run("ingest", "-", input=whole[:len(whole) * index // count])
        crashed += process.returncode not in (1, 2)
        kept += home.fingerprint() != before
        names = [name.name for name in home.data.iterdir()]
        left += any(name not in ("minbar.db", "minbar.db-wal", "minbar.db-shm", "write.lock", "creators.sealed") for name in names)
    home.remove()
    return Result("uploads cut off", f"{count} places: {kept} left rows, {left} left files, {crashed} ended oddly",
                  "0, 0, 0", kept + left + crashed == 0)
