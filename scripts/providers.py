#!/usr/bin/env python3
"""Makes providers/<name>/provider.tsv and schema.txt out of `terraform providers schema -json`.

    scripts/providers.py DIRECTORY [--out providers]

DIRECTORY holds one or more *.json files a provider. Besides what Terraform writes, such a file has

    "provider_version"   which version it describes; what follows a colon is a remark
    "made"               how: exact, synthesised, from its reference, by hand

The same input gives the same bytes, whatever the order of the files. A folder whose provider is not in the input
(`terraform`, which is part of Terraform and written by hand) is left as it is.

provider.tsv, a field a line:

    source   <namespace>/<name>
    version  <tag>  <number>  <made>  complete|partial  [<remark>]      oldest first

schema.txt, sorted by bytes, one type a line, found by bisection and read only when the type is asked for:

    line      = ( "$" id | "data " type | "provider" | "resource " type ) [ " @" tag+ ] " " block
    block     = [ "d" ] "(" [ element { " " element } ] ")"             d: deprecated
    element   = ( attribute | nested ) [ "@" tag+ ]                     only in these versions; else in all of its parent's
    attribute = name ":" flags ( type | "/" nesting block )             the second: an attribute with nested attributes
    flags     = [ "r" ] [ "o" ] [ "c" ] [ "s" ] [ "d" ] [ "w" ]
                required, optional, computed, sensitive, deprecated, write-only
    type      = "S" | "N" | "B" | "A"                                   string, number, bool, any
              | "[" type "]" | "{" type "}" | "<" type ">"              list, set, map
              | "(" [ name ":" type { " " name ":" type } ] ")"         object
    nested    = name nesting ( block | "$" id )                         a nested block; one that often occurs has a line
    nesting   = "." n | "&" n | "[" n "]" | "{" n "}" | "<" n ">"       single, group, list, set, map
    n         = "" | "?" | "+" | "!" | min "-" [ max ]                  0-, 0-1, 1-, 1-1 of them
"""

import argparse
import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

FLAGS = {"required": "r", "optional": "o", "computed": "c", "sensitive": "s", "deprecated": "d", "write_only": "w"}
PRIMITIVES = {"string": "S", "number": "N", "bool": "B", "dynamic": "A"}
BRACKETS = {"list": "[]", "set": "{}", "map": "<>"}
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


@dataclass(frozen=True)
class Version:
    """One version of a provider, as one input file describes it."""

    number: str
    made: str
    remark: str
    schema: dict

    @property
    def partial(self) -> bool:
        """Whether attributes may be missing in it."""
        return self.made == "by hand" or self.remark != ""

    @property
    def order(self) -> list[int]:
        return [int(part) for part in re.findall(r"\d+", self.number)]


class Shared:
    """The distinct blocks of a provider: those that occur often get a line of their own.

    A block is a tuple (deprecated, elements), an element (text, block or None, tags), both hashable.
    """

    # A reference costs 5 bytes, a line 7 and the block once more.
    COST = 7

    def __init__(self, roots):
        self.uses = Counter()
        for root in roots:
            self.count(root)
        self.texts = {}
        self.ids = {}
        for root in roots:
            self.text(root)

    def count(self, block):
        self.uses[block] += 1
        if self.uses[block] == 1:
            for _, nested, _ in block[1]:
                if nested is not None:
                    self.count(nested)

    def text(self, block) -> str:
        """The block written out, with references in it."""
        if block not in self.texts:
            parts = [head + ("" if nested is None else self.reference(nested)) + tags for head, nested, tags in block[1]]
            self.texts[block] = ("d" if block[0] else "") + "(" + " ".join(parts) + ")"
        return self.texts[block]

    def reference(self, block) -> str:
        """A reference to the block, or the block itself where that is shorter."""
        text, uses = self.text(block), self.uses[block]
        if len(text) * (uses - 1) <= self.COST * (uses + 1):
            return text
        return self.ids.setdefault(block, "$" + hashlib.sha256(text.encode()).hexdigest()[:5])

    def lines(self) -> list[str]:
        """One line for every block that is referred to."""
        assert len(set(self.ids.values())) == len(self.ids), "two blocks have the same id: lengthen it"
        return [f"{id} {self.texts[block]}" for block, id in self.ids.items()]


def cty(ty) -> str:
    """A type, from cty's JSON form."""
    if isinstance(ty, str):
        return PRIMITIVES[ty]
    kind, inner = ty  # An object type with optional attributes has three parts and fails here: no schema has one.
    if kind == "object":
        return "(" + " ".join(f"{name(n)}:{cty(t)}" for n, t in sorted(inner.items())) + ")"
    opening, closing = BRACKETS[kind]
    return opening + cty(inner) + closing


def name(text: str) -> str:
    assert NAME.fullmatch(text), text
    return text


def nesting(mode: str, least: int, most: int) -> str:
    """Nesting mode and limits; `most` 0 is no limit."""
    opening, closing = {**BRACKETS, "single": ".", "group": "&"}[mode].ljust(2)
    known = {(0, 0): "", (0, 1): "?", (1, 0): "+", (1, 1): "!"}
    return opening + known.get((least, most), f"{least}-{most or ''}") + closing.strip()


def members(block: dict) -> dict[str, tuple[str, dict | None]]:
    """Attributes and nested blocks by name: text, and the nested block if there is one."""
    found = {}
    for key, attribute in block.get("attributes", {}).items():
        text = name(key) + ":" + "".join(flag for word, flag in FLAGS.items() if attribute.get(word))
        if "nested_type" in attribute:
            nested = attribute["nested_type"]
            found[key] = (text + "/" + nesting(nested["nesting_mode"], 0, 0), nested)
        else:
            found[key] = (text + cty(attribute["type"]), None)
    for key, nested in block.get("block_types", {}).items():
        assert key not in found, key
        limits = nested.get("min_items", 0), nested.get("max_items", 0)
        found[key] = (name(key) + nesting(nested["nesting_mode"], *limits), nested["block"])
    return found


def merge(blocks: dict[str, dict]):
    """The block that holds for all versions (tag → block); what is not in all of them is tagged."""
    elements = []
    by_version = {tag: members(block) for tag, block in blocks.items()}
    for key in sorted({key for found in by_version.values() for key in found}):
        variants = {}
        for tag, found in by_version.items():
            if key in found:
                text, nested = found[key]
                kind = (text, nested is not None and bool(nested.get("deprecated")))
                variants.setdefault(kind, {})[tag] = nested
        for (text, _), nested in variants.items():
            tags = "" if len(nested) == len(blocks) else "@" + "".join(nested)
            block = None if None in nested.values() else merge(nested)
            elements.append((text, block, tags))
    return any(block.get("deprecated") for block in blocks.values()), tuple(elements)


def types(versions: dict[str, Version]):
    """Lines of all types of a provider: (head, block)."""
    found = {}
    for tag, version in versions.items():
        schema = version.schema
        heads = {"provider": schema["provider"]}
        heads |= {f"data {name(n)}": s for n, s in schema.get("data_source_schemas", {}).items()}
        heads |= {f"resource {name(n)}": s for n, s in schema.get("resource_schemas", {}).items()}
        for head, entry in heads.items():
            block = entry.get("block", {})
            found.setdefault((head, bool(block.get("deprecated"))), {})[tag] = block
    for (head, _), blocks in found.items():
        tags = "" if len(blocks) == len(versions) else " @" + "".join(blocks)
        yield head + tags, merge(blocks)


def read(directory: Path) -> dict[str, list[Version]]:
    """All versions of all providers, by source address."""
    found = {}
    for path in sorted(directory.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        number, _, remark = data["provider_version"].partition(":")
        for source, schema in data["provider_schemas"].items():
            version = Version(number.removesuffix(" in part"), data["made"], remark.strip(), schema)
            found.setdefault(source.removeprefix("registry.terraform.io/"), []).append(version)
    return {source: sorted(versions, key=lambda v: v.order) for source, versions in sorted(found.items())}


def write(path: Path, lines: list[str]) -> None:
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path, help="where the *.json files are")
    parser.add_argument("--out", type=Path, default=Path(__file__).resolve().parent.parent / "providers")
    arguments = parser.parse_args()
    for source, versions in read(arguments.directory).items():
        tagged = dict(zip("abcdefghijklmnopqrstuvwxyz", versions, strict=False))
        assert len(tagged) == len(versions), f"{source} has more versions than there are tags"
        folder = arguments.out / source.rpartition("/")[2]
        folder.mkdir(parents=True, exist_ok=True)
        header = [f"source\t{source}"]
        for tag, version in tagged.items():
            fields = ["version", tag, version.number, version.made, "partial" if version.partial else "complete"]
            header.append("\t".join(fields + [version.remark] * bool(version.remark)))
        write(folder / "provider.tsv", header)
        found = list(types(tagged))
        shared = Shared([block for _, block in found])
        lines = [f"{head} {shared.text(block)}" for head, block in found] + shared.lines()
        write(folder / "schema.txt", sorted(lines, key=lambda line: line.encode()))


if __name__ == "__main__":
    main()
