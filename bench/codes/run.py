"""How much printed codes bear: `cargo xtask bench codes`, or `run.py MOT_CUA [CODES]`, writes bench/codes.json and bench/codes.md.

Kinds of the same 20 places: a long mixed-case link at level M, as many generators would make it, and our short capital link at
levels L and M (drawn by segno), Q and H (drawn by `mot-cua qr`), and H with a tenth of it covered by a logo, all 60 mm wide; and H as
wide as the smallest A5 poster and the smallest A4 poster of crates/print have it. Each photograph goes to zbar, zxing-cpp and OpenCV."""
import collections, io, json, multiprocessing, pathlib, subprocess, sys, tempfile

import cv2
import numpy
import segno
import zxingcpp

from distort import Claim, all_of

ROOT = pathlib.Path(__file__).parent.parent
HOST = "danhgia.hoabinh.gov.vn"
# Millimetres on paper, the quiet zone included.
SIZES = {"": 60, ", A5": 76, ", A4": 108}
KINDS = ["long M", "short L", "short M", "short Q", "short H", "short H + logo", "short H, A5", "short H + logo, A5", "short H, A4", "short H + logo, A4"]


def width_of(kind):
    return SIZES[kind[kind.find(",") :] if "," in kind else ""]


def places(count):
    return [f"{4795 + 37 * at:05}-{at % 9 + 1}" for at in range(count)]


def ours(program, place, level):
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        args = [program, "qr", "--place", f"{place}/DR", "--base", f"https://{HOST}", "--level", level, "--out", file.name]
        subprocess.run(args, check=True, capture_output=True)
        return cv2.imread(file.name, cv2.IMREAD_GRAYSCALE)


def theirs(text, level):
    out = io.BytesIO()
    segno.make(text, error=level, boost_error=False, micro=False).save(out, kind="png", scale=12, border=4)
    return cv2.imdecode(numpy.frombuffer(out.getvalue(), numpy.uint8), cv2.IMREAD_GRAYSCALE)


def with_logo(card):
    """As crates/print does it: whole modules, at most a tenth, a disc on white."""
    out, modules = card.copy(), card.shape[0] // 12 - 8
    side = max(k for k in range(modules) if k % 2 == modules % 2 and k * k <= 0.1 * modules * modules) * 12
    middle = card.shape[0] // 2
    out[middle - side // 2 : middle + side // 2, middle - side // 2 : middle + side // 2] = 255
    cv2.circle(out, (middle, middle), side // 2 - 6, 90, -1)
    return out


def card(program, kind, place):
    """Pixels and text."""
    short = f"HTTPS://{HOST.upper()}/Q/{place}/DR"
    if kind == "long M":
        text = f"https://{HOST}/danh-gia?unit={place[:5]}&counter={place[6:]}&purpose=rate&utm_source=poster"
        return theirs(text, "m"), text
    if kind in ("short L", "short M"):
        return theirs(short, kind[-1].lower()), short
    pixels = ours(program, place, "q" if kind == "short Q" else "h")
    return (with_logo(pixels) if "logo" in kind else pixels), short


def zbar(images):
    """What zbar reads on each: one process for all, for to start it costs more than to read."""
    with tempfile.TemporaryDirectory() as folder:
        files = [str(pathlib.Path(folder, f"{at:03}.pgm")) for at in range(len(images))]
        for file, image in zip(files, images):
            cv2.imwrite(file, image)
        args = ["zbarimg", "-q", "--xml", "-Sdisable", "-Sqrcode.enable", *files]
        out = subprocess.run(args, capture_output=True, text=True, errors="replace").stdout
        found = collections.defaultdict(list)
        for source in out.split("<source href='")[1:]:
            found[source.split("'")[0]] += [data.split("]]>")[0] for data in source.split("<![CDATA[")[1:]]
        return [found[file] for file in files]


def opencv(image):
    try:
        return [cv2.QRCodeDetector().detectAndDecode(image)[0]]
    except cv2.error:
        return []


def measure(job):
    """All of one kind."""
    program, kind, count = job
    cards = [card(program, kind, place) for place in places(count)]
    tally, by_name = collections.Counter(), collections.Counter()
    for name, claim, change in all_of():
        photographs = [change(pixels, width_of(kind)) for pixels, _ in cards]
        for photograph, (_, text), texts in zip(photographs, cards, zbar(photographs)):
            read = {"zbar": texts, "zxing": [code.text for code in zxingcpp.read_barcodes(photograph)], "opencv": opencv(photograph)}
            good = [who for who, texts in read.items() if text in texts]
            tally["must"] += claim is Claim.MUST and bool(good)
            if claim is not Claim.BEYOND:
                tally.update(good)
                tally["any"] += bool(good)
                tally["all"] += len(good) == 3
            by_name[name] += bool(good)
    modules = cards[0][0].shape[0] // 12 - 8
    print(kind, modules, dict(tally), flush=True)
    return kind, {"modules": modules, "mm": width_of(kind), **tally, "by distortion": by_name}


def main(program, count):
    cv2.setNumThreads(1)
    distortions = all_of()
    with multiprocessing.Pool(2) as pool:
        kinds = dict(pool.imap(measure, [(program, kind, count) for kind in KINDS]))
    number = {claim.value: sum(found is claim for _, found, _ in distortions) for claim in Claim}
    out = {"codes": count, "distortions": number, "kinds": kinds}
    (ROOT / "codes.json").write_text(json.dumps(out, indent=1) + "\n")
    (ROOT / "codes.md").write_text(report(out, distortions))


def report(out, distortions):
    codes, number = out["codes"], out["distortions"]
    pictures = codes * (number["must"] + number["asked"])
    share = lambda kind, who, of: f"{100 * kind.get(who, 0) / of:.1f}"
    lines = [
        "# How much a printed code bears",
        "",
        f"{codes} places × {number['must'] + number['asked']} distortions ({number['must']} of them must be borne), each photograph to zbar, zxing-cpp and",
        "OpenCV; `cargo xtask bench codes` repeats it. Shares in percent. \"Any\": at least one decoder reads the right address. The phone stays where it",
        f"is, four pixels a millimetre; widths are those of the card, quiet zone included. {number['beyond']} distortions more, marked \"beyond\", are in",
        "no share: a finder pattern is burnt out, or more words of the code are gone than level H restores (8 of 25 in each block).",
        "",
        "| kind | mm | modules | must: any | any | zxing-cpp | zbar | OpenCV | all three |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name, kind in out["kinds"].items():
        must = share(kind, "must", codes * number["must"])
        rest = " | ".join(share(kind, who, pictures) for who in ("any", "zxing", "zbar", "opencv", "all"))
        lines.append(f"| {name} | {kind['mm']} | {kind['modules']} | {must} | {rest} |")
    lines += [
        "",
        "Chosen for posters: H, with or without a logo, and as large as the sheet bears (the narrowest card is 108 mm on A4, 76 mm on A5); what has",
        "to be borne is borne by Q as well, which `mot-cua qr` and the sheets of `/print/` draw.",
    ]
    lines += ["", f"Read by any decoder, of {codes}; where every kind is whole the row is left out:", ""]
    lines += ["| distortion | " + " | ".join(out["kinds"]) + " |", "|---" * (1 + len(out["kinds"])) + "|"]
    for name, claim, _ in distortions:
        row = [kind["by distortion"][name] for kind in out["kinds"].values()]
        if any(found < codes for found in row):
            mark = "" if claim is Claim.ASKED else f" ({claim.value})"
            lines.append(f"| {name}{mark} | " + " | ".join(map(str, row)) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20)
