"""Whether pyxform, the reference converter of XLSForm, takes these workbooks and Markdown forms: a line each."""

import sys
from pathlib import Path

from pyxform.xls2xform import convert

failed = False
for name in sys.argv[1:]:
    try:
        form = Path(name).read_text("utf-8") if name.endswith(".md") else name
        convert(form, validate=False)
        print(f"{name}: accepted")
    except Exception as error:  # what it raises is its own
        failed = True
        print(f"{name}: {type(error).__name__}: {error}")
sys.exit(failed)
