"""Histories of reviews and what FSRS-6 makes of them, by the Python package `fsrs`: an implementation of its own,
which `tests/memory_schedule.rs` holds ours to.

    python3 -m venv target/fsrs && target/fsrs/bin/pip install fsrs==6.3.2
    target/fsrs/bin/python tests/vectors/make_fsrs.py > tests/vectors/fsrs.json

A history is a list of [days since the attempt before, rating: 1 again, 2 hard, 3 good]; `states` has
[stability, difficulty, days until it is due] after each attempt.
"""

import json
import random
from datetime import datetime, timedelta, timezone
from importlib.metadata import version

from fsrs import Card, Rating, Scheduler

HISTORIES = 300
GAPS = [0, 0, 0, 1, 1, 2, 3, 4, 7, 10, 14, 21, 30, 60, 90, 180, 400]
RETENTIONS = [0.9, 0.93, 0.95]


def history(chance):
    length = chance.randint(1, 12)
    # Some learners know nearly all of it, some nearly nothing.
    weights = chance.choice([(1, 1, 1), (1, 1, 8), (8, 1, 1), (1, 8, 1)])
    ratings = chance.choices([1, 2, 3], weights, k=length)
    return [[chance.choice(GAPS) if at else 0, rating] for at, rating in enumerate(ratings)]


def states(reviews, retention):
    scheduler = Scheduler(
        desired_retention=retention, learning_steps=[], relearning_steps=[], enable_fuzzing=False
    )
    card, at, found = Card(card_id=1), datetime(2025, 1, 1, tzinfo=timezone.utc), []
    for gap, rating in reviews:
        at += timedelta(days=gap)
        card, _ = scheduler.review_card(card, Rating(rating), at)
        found.append([round(card.stability, 8), round(card.difficulty, 8), (card.due - at).days])
    return found


def main():
    chance = random.Random(2025)
    cases = []
    for number in range(HISTORIES):
        retention = RETENTIONS[number % len(RETENTIONS)]
        reviews = history(chance)
        cases.append({"retention": retention, "reviews": reviews, "states": states(reviews, retention)})
    lines = ",\n".join(json.dumps(case) for case in cases)
    print(f'{{"made_by": "fsrs {version("fsrs")} (PyPI)", "histories": [\n{lines}\n]}}')


main()
