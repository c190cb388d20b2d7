#!/usr/bin/env python3
"""Figures of the yardstick may rise, not fall.

usage: ratchet.py KEPT SHARED NAME=SCORE.json …

KEPT holds the best figures so far, in points, with the hash of what they were measured with. On the same gold, texts and
scorer a fall of more than 0.5 points of any figure fails; a rise is kept. On another yardstick the figures say nothing of
each other, and are recorded anew. Either way KEPT is written, to be committed.
"""

import hashlib
import json
import pathlib
import sys

# A figure on 90 articles moves by some tenths with changes that are neither better nor worse.
TOLERANCE = 0.5

# Kept for every set of articles. Recall and precision may be traded for one another, so of each pair F1 alone is kept.
F1 = ["WHO-SAID-WHAT", "iou@.8", "iou@.5"]
# Kept for the first set, which should be all articles: on some of them they count too few cases.
TRIPLES = ["via", "sources"]
# Written down, not held: these are shares of the claims that were found, and finding harder claims may lower them.
SHARES = ["speaker", "entity", "full name", "kind", "cue"]


def yardstick(shared):
    """The hash of gold, texts, held-out list and scorer, by name and content."""
    files = [p for d in ("gold", "texts") for p in (shared / d).iterdir() if p.is_file()]
    files += [shared / "heldout.txt", shared / "score.py"]
    digest = hashlib.sha256()
    for path in sorted(files):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(shared).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def points(value):
    """A share in points; one that has nothing to measure counts as 0."""
    return round(100 * (value or 0), 2)


def figures(name, score, first):
    """The kept figures of one report of score.py."""
    out = {f"{name}: {key} F1": points(score[key]["F1"]) for key in F1}
    if first:
        out |= {f"{name}: {key} F1": points(score[key][2]) for key in TRIPLES}
    return out


def compare(kept, now):
    """(figures to keep, falls, rises), the latter two as (name, kept, now)."""
    best, falls, rises = dict(now), [], []
    for name, before in kept.items():
        after = now.get(name, 0)
        best[name] = max(before, after)
        if after < before - TOLERANCE:
            falls.append((name, before, after))
        elif after > before:
            rises.append((name, before, after))
    return best, falls, rises


def main(kept_path, shared, *scores):
    kept_path = pathlib.Path(kept_path)
    now, shares = {}, {}
    for i, argument in enumerate(scores):
        name, path = argument.split("=", 1)
        report = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        now |= figures(name, report, i == 0)
        shares |= {f"{name}: {key}": points(report[key]) for key in SHARES}
    measured_with = yardstick(pathlib.Path(shared))
    kept = json.loads(kept_path.read_text(encoding="utf-8")) if kept_path.exists() else None

    falls = []
    if kept is None:
        print(f"ratchet: {kept_path} is not there yet: recorded, to be committed")
        best = now
    elif kept["yardstick"] != measured_with:
        print(f"ratchet: the yardstick has changed: {kept_path} recorded anew, to be committed")
        best = now
    else:
        best, falls, rises = compare(kept["figures"], now)
        for name, before, after in rises:
            print(f"ratchet: {name} rose from {before} to {after}")
        for name, before, after in falls:
            print(f"ratchet: {name} FELL from {before} to {after}")
        if rises and not falls:
            print(f"ratchet: {kept_path} written, to be committed")
        elif not falls:
            print("ratchet: no figure fell")
    if not falls:
        # A failed run leaves the file as it was, or the next one would pass.
        content = {"yardstick": measured_with, "figures": best, "not held": shares}
        kept_path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if falls else 0


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
