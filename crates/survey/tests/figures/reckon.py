"""The same figures, reckoned by another hand: the Wilson interval as the roots of its equation, everything else by lists.

Reads {"definitions": {version: survey}, "lines": [answer]} and prints, of November 2026, one object for each version and group.
"""
import json
import math
import sys

given = json.load(sys.stdin)
WAYS = {"token": "ticket", "token-late": "ticket", "token-reused": "reused", "embed": "portal"}
Z = 1.959963984540054


def wilson(p, n):
    # |p - x| = Z sqrt(x (1 - x) / n), as a x^2 + b x + c = 0
    a, b, c = 1 + Z * Z / n, -(2 * p + Z * Z / n), p * p
    root = math.sqrt(max(0.0, b * b - 4 * a * c))
    return [100 * max(0.0, (-b - root) / (2 * a)), 100 * min(1.0, (-b + root) / (2 * a))]


def level(value, most):
    try:
        number = int(value)
    except (TypeError, ValueError):
        return None
    return number if 1 <= number <= most else None


counts = {}
for line in given["lines"]:
    month = line["receivedAt"][:7]
    best = counts.get(line["id"])
    if best is None or (month, -line["rev"]) < (best["receivedAt"][:7], -best["rev"]):
        counts[line["id"]] = line

out = {}
for version, survey in given["definitions"].items():
    questions = {q["name"]: q for page in survey["pages"] for q in page["elements"]}
    index = survey["indices"][0]
    least = index.get("atLeast", 4)
    mine = [a for a in counts.values() if a["surveyVersion"] == version and a["receivedAt"].startswith("2026-11")]
    groups = {"all": mine}
    for answer in mine:
        place = answer["place"]
        groups.setdefault("unit " + place["unit"], []).append(answer)
        groups.setdefault("came " + WAYS.get(answer["tier"], "poster"), []).append(answer)
        groups.setdefault("counter " + place["unit"] + " " + place["counter"], []).append(answer)
    for group, answers in groups.items():
        def given_to(name):
            found = [level(a["answers"].get(name), questions[name].get("rateMax", 5)) for a in answers]
            return [value for value in found if value is not None]

        factors, parts, people = [], [], set()
        for factor in index["factors"]:
            lists = [values for values in map(given_to, factor["questions"]) if values]
            shares = [(sum(v >= least for v in values) / len(values), len(values)) for values in lists]
            factors.append(100 * sum(s for s, _ in shares) / len(shares) if shares else None)
            if shares:
                parts.append((factor.get("weight", 1), shares))
            for name in factor["questions"]:
                top = questions[name].get("rateMax", 5)
                people |= {a["id"] for a in answers if level(a["answers"].get(name), top) is not None}
        weights = sum(w for w, _ in parts)
        value = sum(w / weights * sum(s for s, _ in shares) / len(shares) for w, shares in parts)
        error = sum(w / weights / len(shares) / math.sqrt(n) for w, shares in parts for _, n in shares)
        chosen = [a["answers"]["why"] for a in answers]
        on_time = [a["answers"]["onTime"] for a in answers]
        out[version + " " + group] = {
            "n": len(answers), "people": len(people), "value": 100 * value, "interval": wilson(value, 1 / error**2),
            "factors": factors, "why": [sum(c in w for w in chosen) for c in ("fast", "kind", "slow")],
            "onTime": [on_time.count("yes"), on_time.count("late")],
            "words": sum(bool(a["answers"]["words"].strip()) for a in answers),
        }
json.dump(out, sys.stdout)
