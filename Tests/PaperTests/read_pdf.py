"""Reads PDF files as Chromium does, with pdfium, and says what is in them.

read_pdf.py FILE PICTURE    prints what was read as JSON, and draws the first page
"""

import json
import sys

import pypdfium2

DOTS_PER_POINT = 3


def main(path, picture):
    document = pypdfium2.PdfDocument(path)
    page = document[0]
    drawn = page.render(scale=DOTS_PER_POINT).to_pil().convert("L")
    drawn.save(picture)
    covered = drawn.point(lambda level: 255 if level < 250 else 0).getbbox()
    facts = document.get_metadata_dict()
    read = {
        "pages": len(document),
        "width": page.get_width(),
        "height": page.get_height(),
        "title": facts["Title"],
        "author": facts["Author"],
        "created": facts["CreationDate"],
        "text": page.get_textpage().get_text_range(),
        "covered": [side / DOTS_PER_POINT for side in covered],
    }
    json.dump(read, sys.stdout)


main(*sys.argv[1:])
