"""Lists of questions beside sentences of reports that have nothing to do with them, so that the reader knows far from near.

    python bench/reader/foreign_lists.py --lists made-up-lists.jsonl --other other-lists.jsonl --out foreign-lists.jsonl

The sentences that share most words with the question come first: a far sentence that sounds alike teaches most.
"""

import argparse
import json
import random

QUESTIONS, OTHER_QUESTIONS, SENTENCES = 2500, 1200, 24
OTHER_SHARE = 0.3  # lists whose sentences are not of a report


def long_words(text):
    return {word for word in text.lower().split() if len(word) > 4}


def main():
    flags = argparse.ArgumentParser()
    for name in ("lists", "other", "out"):
        flags.add_argument(f"--{name}", required=True)
    args = flags.parse_args()
    random.seed(7)
    lists = [json.loads(line) for line in open(args.lists)]
    others = [json.loads(line) for line in open(args.other)]
    of_report = {}
    for item in lists:
        of_report.setdefault(item["report"], []).append(item)
    with open(args.out, "w") as out:
        for item in random.sample(lists, QUESTIONS) + random.sample(others, OTHER_QUESTIONS):
            if random.random() < OTHER_SHARE:
                drawn = random.sample(others, 6)
                far = [f"{one['context']}. {text}" for one in drawn for text in one["others"][:6]]
            else:
                report = random.choice([name for name in of_report if name != item.get("report")])
                far = [text for one in of_report[report] for text in one["others"][:10] + one["evidence"]]
            asked = long_words(item["question"])
            nearest = sorted(dict.fromkeys(far), key=lambda text: -len(asked & long_words(text)))[:SENTENCES]
            row = {"question": item["question"], "evidence": [], "near": [], "others": nearest, "report": "foreign"}
            out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
