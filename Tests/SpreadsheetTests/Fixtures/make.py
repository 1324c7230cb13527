#!/usr/bin/env python3
"""Makes the workbooks beside it, which are kept in the repository; run it only to change them.

usage: make.py   (needs: pip install openpyxl XlsxWriter xlwt odfpy msoffcrypto-tool)
"""
import datetime as dt
import io
import pathlib
import struct
import zipfile

import msoffcrypto.format.ooxml
import odf.opendocument
import odf.table
import odf.text
import openpyxl
import xlsxwriter
import xlwt

HERE = pathlib.Path(__file__).parent
LONG_DATE = "[$-409]mmmm\\ d, yyyy;@"
FIXED = {"created": dt.datetime(2026, 7, 1)}


def values(path, epoch1904):
    """Every kind of cell, by XlsxWriter: shared strings, dates, numbers, formulas, gaps."""
    book = xlsxwriter.Workbook(path, {"date_1904": epoch1904})
    book.set_properties(FIXED)
    secret = book.add_worksheet("Secret")
    secret.write("A1", "not for display")
    secret.hide()
    sheet = book.add_worksheet("Values & more")
    sheet.activate()
    book.add_worksheet("Second").write("A1", "second sheet")

    def styled(code):
        return book.add_format({"num_format": code})

    bold = book.add_format({"bold": True})
    sheet.write_row(0, 0, ["Kind", "Value", "Note"])
    cells = [
        ("text", lambda r: sheet.write_string(r, 1, "  Søren “the Dane”  ")),
        ("line break", lambda r: sheet.write_string(r, 1, "Mary\nAnn")),
        ("rich text", lambda r: sheet.write_rich_string(r, 1, "plain ", bold, "bold", " plain")),
        ("integer", lambda r: sheet.write_number(r, 1, 42)),
        ("negative", lambda r: sheet.write_number(r, 1, -5)),
        ("large", lambda r: sheet.write_number(r, 1, 123456789012345)),
        ("decimal", lambda r: sheet.write_number(r, 1, 0.1 + 0.2)),
        ("small", lambda r: sheet.write_number(r, 1, 1.5e-7)),
        ("percent", lambda r: sheet.write_number(r, 1, 0.25, styled("0%"))),
        ("padded", lambda r: sheet.write_number(r, 1, 401500000, styled("0000000000"))),
        ("money", lambda r: sheet.write_number(r, 1, 1234.5, styled('[Red]"USD" #,##0.00;-0.0'))),
        ("true", lambda r: sheet.write_boolean(r, 1, True)),
        ("false", lambda r: sheet.write_boolean(r, 1, False)),
        ("formula number", lambda r: sheet.write_formula(r, 1, "=1+1", None, 2)),
        ("formula text", lambda r: sheet.write_formula(r, 1, '="a"&"b"', None, "ab")),
        ("formula error", lambda r: sheet.write_formula(r, 1, "=NA()", None, "#N/A")),
        ("formula date", lambda r: sheet.write_formula(r, 1, "=B2", styled("d-mmm-yy"), 46204)),
        ("built-in date", lambda r: sheet.write_number(r, 1, 46204, styled(14))),
        ("built-in moment", lambda r: sheet.write_number(r, 1, 46204.5, styled(22))),
        ("built-in time", lambda r: sheet.write_number(r, 1, 0.75, styled(20))),
        ("built-in span", lambda r: sheet.write_number(r, 1, 1.5, styled(46))),
        ("custom date", lambda r: sheet.write_number(r, 1, 46204, styled(LONG_DATE))),
        ("custom moment", lambda r: sheet.write_number(r, 1, 46204.25, styled("yyyy-mm-dd hh:mm"))),
        ("custom time", lambda r: sheet.write_number(r, 1, 0.5, styled("h:mm AM/PM"))),
        ("custom span", lambda r: sheet.write_number(r, 1, 2.0, styled("[hh]:mm"))),
        ("almost midnight", lambda r: sheet.write_number(r, 1, 46203.9999999, styled(22))),
        ("first day", lambda r: sheet.write_number(r, 1, 1, styled(14))),
        ("day 59", lambda r: sheet.write_number(r, 1, 59, styled(14))),
        ("day 60", lambda r: sheet.write_number(r, 1, 60, styled(14))),
        ("day 61", lambda r: sheet.write_number(r, 1, 61, styled(14))),
        ("day before all", lambda r: sheet.write_number(r, 1, -1, styled(14))),
        ("date as text", lambda r: sheet.write_string(r, 1, "2026-07-01")),
        ("not a date", lambda r: sheet.write_number(r, 1, 7, styled('0 "days"'))),
        ("escape", lambda r: sheet.write_string(r, 1, "_x0041_")),
    ]
    for row, (kind, write) in enumerate(cells, start=1):
        sheet.write_string(row, 0, kind)
        write(row)
    after = len(cells) + 3  # two rows without anything
    sheet.write_string(after, 0, "after a gap")
    sheet.write_string(after, 2, "third column")
    for column in range(3, 300):
        sheet.write_blank(after, column, None, bold)
    sheet.merge_range(after + 1, 0, after + 1, 2, "merged", bold)
    sheet.set_row(after + 2, None, None, {"hidden": True})
    sheet.write_string(after + 2, 0, "hidden row")
    book.close()


def chart_first(path):
    """A chart's tab before the table's."""
    book = xlsxwriter.Workbook(path)
    book.set_properties(FIXED)
    chart_tab = book.add_chartsheet("Picture")
    sheet = book.add_worksheet("Numbers")
    sheet.write_column(0, 0, [3, 1, 2])
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Numbers!$A$1:$A$3"})
    chart_tab.set_chart(chart)
    book.close()


def inline(path):
    """Inline strings and a carriage return, by openpyxl."""
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = FIXED["created"]
    sheet = book.active
    sheet.title = "Inline"
    sheet.append(["Name", None, "Start"])
    sheet.append(["Zoë\r\nÖstergaard", None, dt.date(2026, 7, 1)])
    sheet.append([None, 7, dt.datetime(2026, 7, 1, 18, 30)])
    book.save(path)


def old(path):
    """Excel 97."""
    book = xlwt.Workbook()
    book.add_sheet("Old").write(0, 0, "old")
    book.save(str(path))


def encrypted(source, path):
    """A workbook with a password, as Excel makes it."""
    with open(source, "rb") as plain, open(path, "wb") as secret:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("secret", secret)


def open_document(path):
    """LibreOffice's format."""
    book = odf.opendocument.OpenDocumentSpreadsheet()
    table = odf.table.Table(name="Open")
    row = odf.table.TableRow()
    cell = odf.table.TableCell()
    cell.addElement(odf.text.P(text="open"))
    row.addElement(cell)
    table.addElement(row)
    book.spreadsheet.addElement(table)
    book.save(str(path))


def rewritten(source, change):
    """The bytes of a workbook whose sheet went through `change`."""
    out = io.BytesIO()
    with zipfile.ZipFile(source) as old_zip, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old_zip.infolist():
            data = old_zip.read(item)
            new.writestr(item, change(data) if "sheet1" in item.filename else data)
    return bytearray(out.getvalue())


def bomb(source, path, lying):
    """A sheet that unpacks to 4 MB; with `lying`, the directory says 1 KB."""
    table = b"<sheetData>"
    data = rewritten(source, lambda xml: xml.replace(table, table + b" " * 4_000_000))
    if lying:
        for sign, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
            start = 0
            while (start := data.find(sign, start)) >= 0:
                if struct.unpack_from("<I", data, start + offset)[0] > 4_000_000:
                    struct.pack_into("<I", data, start + offset, 1024)
                start += 4
    path.write_bytes(data)


def locked(source, path):
    """Entries marked as encrypted, as archive programs with a password mark them."""
    data = bytearray(source.read_bytes())
    for sign, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = 0
        while (start := data.find(sign, start)) >= 0:
            data[start + offset] |= 1
            start += 4
    path.write_bytes(data)


if __name__ == "__main__":
    values(HERE / "values.xlsx", False)
    values(HERE / "values-1904.xlsx", True)
    chart_first(HERE / "chart-first.xlsx")
    inline(HERE / "inline.xlsx")
    old(HERE / "old.xls")
    encrypted(HERE / "inline.xlsx", HERE / "encrypted.xlsx")
    open_document(HERE / "open.ods")
    bomb(HERE / "inline.xlsx", HERE / "bomb.xlsx", False)
    bomb(HERE / "inline.xlsx", HERE / "lying-bomb.xlsx", True)
    locked(HERE / "inline.xlsx", HERE / "locked.xlsx")
