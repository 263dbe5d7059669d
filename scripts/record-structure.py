#!/usr/bin/env python3
"""Records in tests/config/structure.txt what Terraform says of each case; needs `terraform` on the path.

A case is `=== name`, then files (`--- path`), then what was recorded (`>>> …`): one line a diagnostic with severity,
file, line and summary, sorted. Only positions and severities are compared by the test; summaries are for the reader.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

PATH = pathlib.Path(__file__).parent.parent / "tests/config/structure.txt"
# Said of what is loaded already, and of modules that were not installed because of other errors.
NOT_STRUCTURE = (
    "Module not installed",
    "Missing required provider",
    "Unreadable module directory",
    "Error accessing remote module registry",
    "Failed to download module",
    # Which version of Terraform will run is not known.
    "Unsupported Terraform Core version",
    "Invalid required_version constraint",
    # What a warning of these says has no bearing on what is planned.
    "Reference to undefined provider",
    "Backend configuration ignored",
)


def cases(text):
    for part in re.split(r"^=== ", text, flags=re.M)[1:]:
        name, _, body = part.partition("\n")
        body = body.split("\n>>>")[0] + "\n"
        pieces = re.split(r"^--- (.*)\n", body, flags=re.M)
        files = dict(zip(pieces[1::2], pieces[2::2]))
        yield name, {path: re.sub(r"\n+\Z", "\n", content) for path, content in files.items()}


def record(files):
    with tempfile.TemporaryDirectory() as directory:
        root = pathlib.Path(directory)
        for path, content in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(content)
        run = lambda *args: subprocess.run(["terraform", *args], cwd=root, capture_output=True, text=True).stdout
        found = set()
        init = run("init", "-backend=false", "-json")
        for line in init.splitlines():
            diagnostic = json.loads(line).get("diagnostic")
            if diagnostic and "range" in diagnostic:
                found.add(entry(diagnostic))
        for diagnostic in json.loads(run("validate", "-json"))["diagnostics"]:
            if "range" in diagnostic:
                found.add(entry(diagnostic))
        return sorted(e for e in found if not any(s in e[3] for s in NOT_STRUCTURE))


def entry(diagnostic):
    span = diagnostic["range"]
    return diagnostic["severity"], span["filename"], span["start"]["line"], diagnostic["summary"].replace("\n", " ")


def main():
    out = []
    for name, files in cases(PATH.read_text()):
        out.append(f"=== {name}\n")
        for path, content in files.items():
            out.append(f"--- {path}\n{content}")
        for severity, file, line, summary in sorted(record(files), key=lambda e: (e[1], e[2], e[0], e[3])):
            out.append(f">>> {severity} {file}:{line} {summary}\n")
        print(name, file=sys.stderr)
    PATH.write_text("".join(out))


main()
