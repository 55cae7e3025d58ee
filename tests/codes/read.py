"""Reads the codes on pages with three decoders that others wrote: `read.py FILE…` prints a line of JSON for each page.

PNG is read as it is; PDF is drawn by pdftoppm, SVG by rsvg-convert, both at 100 dots an inch: what a code bears that is
photographed from afar."""
import json, pathlib, subprocess, sys, tempfile

import cv2
import numpy
import zxingcpp

DOTS = "100"


def pages(file, folder):
    if file.suffix == ".pdf":
        draw = ["pdftoppm", "-r", DOTS, "-png", file, folder / "page"]
        # poppler 22.12 died once in some hundred pages, on a file that it then drew sixty times: twice is a fault of ours.
        if subprocess.run(draw).returncode != 0:
            subprocess.run(draw, check=True)
        return sorted(folder.glob("page*.png"))
    if file.suffix == ".svg":
        out = folder / "page.png"
        subprocess.run(["rsvg-convert", "-d", DOTS, "-p", DOTS, "-b", "white", "-o", out, file], check=True)
        return [out]
    return [file]


def zbar(file):
    out = subprocess.run(["zbarimg", "--raw", "-q", "-Sdisable", "-Sqrcode.enable", file], capture_output=True, text=True)
    return sorted(set(out.stdout.split()))


def opencv(image):
    # Its newer finder: the older one misses one page of 150 on which the newer misses none.
    text = cv2.QRCodeDetectorAruco().detectAndDecode(image)[0]
    return [text] if text else []


for name in sys.argv[1:]:
    with tempfile.TemporaryDirectory() as folder:
        for page in pages(pathlib.Path(name), pathlib.Path(folder)):
            image = cv2.imdecode(numpy.fromfile(page, dtype=numpy.uint8), cv2.IMREAD_GRAYSCALE)
            zxing = sorted({code.text for code in zxingcpp.read_barcodes(image)})
            print(json.dumps({"zbar": zbar(page), "zxing": zxing, "opencv": opencv(image)}), flush=True)
