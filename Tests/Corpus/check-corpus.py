#!/usr/bin/env python3
"""Collects a corpus that make-corpus.py made, file by file and as a whole, and says what went wrong.

    check-corpus.py PROGRAM FOLDER [--seconds S] [--megabytes M] [--only TEXT] [--no-whole]

Of each file: no crash, an exit status as its name asks for, a message in Chinese where it is refused, no more than S
seconds and M megabytes. Ends with 1 where anything fails.
"""

import argparse
import collections
import os
import pathlib
import re
import signal
import sys
import tempfile
import time

STATUSES = {"read": {0}, "skipped": {0}, "refused": {3}, "any": {0, 3}}


def collect(program, paths, home, seconds):
    """How a collection into a store of its own ended: status, seconds, megabytes, what it said."""
    out = os.open(home / "said", os.O_CREAT | os.O_RDWR | os.O_TRUNC, 0o600)
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        os.dup2(out, 1)
        os.dup2(out, 2)
        os.chdir(home)
        os.execv(program, [os.fsencode(program), b"collect", *paths, b"--database", os.fsencode(home / "store" / "db.sqlite")])
    os.close(out)
    while True:
        done, status, usage = os.wait4(child, os.WNOHANG)
        if done:
            break
        if time.monotonic() - start > seconds:
            os.kill(child, signal.SIGKILL)
        time.sleep(0.005)
    said = (home / "said").read_bytes().decode("utf-8", "replace")
    # Of the processor: a busy machine says nothing of the product.
    busy = usage.ru_utime + usage.ru_stime
    return os.waitstatus_to_exitcode(status), busy, usage.ru_maxrss / 1024, said


def faults(name, result, options):
    status, seconds, megabytes, said = result
    kind = name.split(b"-")[0].decode("ascii", "replace").lstrip(".~$")
    if status < 0:
        yield f"ended by signal {-status}"
    elif status not in STATUSES.get(kind, {0, 3}):
        yield f"status {status}"
    if status == 3 and not re.search("[\u4e00-\u9fff]{4}", said):
        yield "no reason in Chinese"
    if re.search("Fatal error|Segmentation|Stack dump", said):
        yield "crashed"
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", said):
        yield "control characters in what was said"
    if kind in ("read", "refused") and not re.search(f"{'载入' if kind == 'read' else '隔离'} 1 个", said):
        yield "not " + ("loaded" if kind == "read" else "set aside")
    if seconds > options.seconds:
        yield f"{seconds:.1f} s"
    if megabytes > options.megabytes:
        yield f"{megabytes:.0f} MB"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--megabytes", type=float, default=512)
    parser.add_argument("--only", default="")
    parser.add_argument("--no-whole", action="store_true")
    options = parser.parse_args()
    os.environ.setdefault("CONSORTIUM_MONITOR_DATA", str(pathlib.Path(__file__).resolve().parents[2] / "data"))
    program, folder = options.program.resolve(), os.fsencode(options.folder.resolve())
    failed, results = 0, []

    def run(name, path, seconds):
        with tempfile.TemporaryDirectory() as home:
            return collect(program, [path], pathlib.Path(home), seconds)

    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        # What a folder's look-through leaves alone is not named by itself.
        if options.only.encode() not in name or name.split(b"-")[0].endswith(b"skipped"):
            continue
        result = run(name, path, 6 * options.seconds)
        results.append((name, result))
        wrong = list(faults(name, result, options))
        if wrong:
            failed += 1
            last = result[3].strip().splitlines()[-1:] or [""]
            print(f"{os.fsdecode(name)!r}: {', '.join(wrong)}; {last[0][:160]!r}", flush=True)
    if not options.no_whole:
        result = run(b"", folder, 3600)
        print("the whole folder:", f"status {result[0]}, {result[1]:.1f} s, {result[2]:.0f} MB, {result[3].strip().splitlines()[-1]}")
        wrong = ([] if result[0] == 3 else ["status"]) + (["memory"] if result[2] > options.megabytes else [])
        missing = [name for name, _ in results if name.startswith(b"refused") and name.decode("utf-8", "replace") not in result[3]]
        failed += bool(wrong)
        print(f"of {sum(name.startswith(b'refused') for name, _ in results)} to be refused, {len(missing)} are not named as they are", wrong)
    statuses = collections.Counter(result[0] for _, result in results)
    slowest = max(results, key=lambda r: r[1][1])
    largest = max(results, key=lambda r: r[1][2])
    print(f"{len(results)} files: {statuses.get(0, 0)} read, {statuses.get(3, 0)} refused, {failed} with faults;",
          f"slowest {slowest[1][1]:.1f} s {os.fsdecode(slowest[0])!r}, largest {largest[1][2]:.0f} MB {os.fsdecode(largest[0])!r}")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
