"""Pictures as another program makes and reads them, with Pillow.

  pictures.py fixtures FOLDER   the small pictures beside the tests
  pictures.py laden FOLDER      pictures with everything that a camera or a program may write
  pictures.py compare A B       prints how the cleaned pictures in B differ from those in A
"""

import io
import json
import pathlib
import random
import struct
import sys
import zlib

from PIL import ExifTags, Image, ImageCms, ImageOps, PngImagePlugin

SECRET = "Miriam Bello, ward 7, 51.5007 N"


def picture(mode="RGB", size=(45, 31), seed=1):
    """Soft colors with some noise, so that all sorts of numbers are coded."""
    chance = random.Random(seed)
    image = Image.new("RGB", size)
    image.putdata([
        ((x * 5 + chance.randrange(40)) % 256, (y * 7 + x) % 256,
         (x * y + chance.randrange(90)) % 256)
        for y in range(size[1]) for x in range(size[0])])
    if mode == "I;16":
        gray = image.convert("L")
        wide = b"".join(struct.pack("<H", v * 257) for v in gray.tobytes())
        return Image.frombytes("I;16", size, wide)
    if mode in ("LA", "RGBA"):
        image = image.convert(mode)
        image.putalpha(image.getchannel(0))
        return image
    if mode == "P":
        return image.quantize(16)
    return image.convert(mode)


def encoded(image, form, **options):
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def parts(jpeg):
    """The segments of a simple JPEG file by marker, and the bytes of its one scan."""
    found, place = {}, 2
    while True:
        marker, length = jpeg[place + 1], struct.unpack(">H", jpeg[place + 2:place + 4])[0]
        found[marker] = found.get(marker, b"") + jpeg[place:place + 2 + length]
        place += 2 + length
        if marker == 0xDA:
            return found, jpeg[place:-2]


def separate_scans():
    """A JPEG file with a scan for each component, as some scanners write them."""
    planes = [parts(encoded(picture("L", seed=n), "JPEG", quality=60)) for n in (1, 2, 3)]
    first = planes[0][0]
    frame = first[0xC0]
    body = frame[4:9] + b"\x03" + b"".join(bytes([n, 0x11, 0]) for n in (1, 2, 3))
    whole = b"\xff\xd8" + first[0xDB] + b"\xff\xc0" + struct.pack(">H", len(body) + 2) + body
    for number, (found, scan) in enumerate(planes, 1):
        whole += found[0xC4] + b"\xff\xda\x00\x08\x01" + bytes([number, 0, 0, 63, 0]) + scan
    return whole + b"\xff\xd9"


def chunk(kind, content):
    return (struct.pack(">I", len(content)) + kind + content
            + struct.pack(">I", zlib.crc32(kind + content)))


def png(header, *data):
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", *header))
            + b"".join(chunk(b"IDAT", part) for part in data) + chunk(b"IEND", b""))


def interlaced():
    """A PNG file in seven passes, which Pillow reads and does not write."""
    image = picture("L")
    width, height = image.size
    values = image.load()
    rows = b""
    for left, top, across, down in (
            (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
            (0, 1, 1, 2)):
        for y in range(top, height, down):
            rows += b"\0" + bytes(values[x, y] for x in range(left, width, across))
    return png((width, height, 8, 0, 0, 0, 1), zlib.compress(rows))


def stored():
    """A PNG file whose data are not compressed, in several chunks."""
    image = picture("RGB", (40, 30))
    rows = b"".join(
        b"\0" + image.crop((0, y, 40, y + 1)).tobytes() for y in range(30))
    data = zlib.compress(rows, 0)
    return png((40, 30, 8, 2, 0, 0, 0), data[:100], data[100:])


def plain():
    """Small pictures of every sort, by name."""
    jpegs = {
        "plain": dict(quality=80, subsampling=0),
        "halved": dict(quality=60, subsampling=2),
        "wide": dict(quality=90, subsampling=1, optimize=True),
        "progressive": dict(quality=75, subsampling=2, progressive=True),
        "restarts": dict(quality=70, subsampling=2, restart_marker_blocks=2),
        "progressive-restarts": dict(quality=70, progressive=True, restart_marker_rows=1),
        "rgb": dict(quality=80, keep_rgb=True),
    }
    files = {f"{n}.jpg": encoded(picture(), "JPEG", **o) for n, o in jpegs.items()}
    files["gray.jpg"] = encoded(picture("L"), "JPEG", quality=50)
    files["gray-progressive.jpg"] = encoded(picture("L"), "JPEG", quality=95, progressive=True)
    files["inks.jpg"] = encoded(picture("CMYK"), "JPEG", quality=70)
    files["scans.jpg"] = separate_scans()
    for name, mode in (("bits", "1"), ("gray", "L"), ("rgb", "RGB"), ("rgba", "RGBA"),
                       ("gray-alpha", "LA"), ("deep", "I;16")):
        files[f"{name}.png"] = encoded(picture(mode), "PNG")
    files["palette.png"] = encoded(
        picture("P"), "PNG", transparency=bytes([0, 128, 255]), optimize=True)
    files["one-color.png"] = encoded(picture("RGB"), "PNG", transparency=(5, 7, 9))
    files["interlaced.png"] = interlaced()
    files["stored.png"] = stored()
    return files


def laden_exif(orientation):
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = SECRET
    exif[ExifTags.Base.Software] = SECRET
    exif[ExifTags.Base.DateTime] = "2026:11:22 10:00:00"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (51.0, 30.0, 2.0)
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.MakerNote] = SECRET.encode()
    return exif


def laden():
    """Larger pictures with what cameras and programs write beside them."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = f"<x:xmpmeta>{SECRET}</x:xmpmeta>".encode()
    files = {}
    for number in range(1, 9):
        size = (64 + 13 * number, 150 - 9 * number)
        files[f"turned-{number}.jpg"] = encoded(
            picture("RGB", size, number), "JPEG", quality=50 + 6 * number,
            subsampling=number % 3, progressive=number % 2 == 0, exif=laden_exif(number),
            comment=SECRET, icc_profile=profile, xmp=xmp, dpi=(300, 300))
    files["many.jpg"] = encoded(
        picture("RGB", (120, 80)), "MPO", save_all=True, append_images=[picture("RGB", (30, 20))],
        exif=laden_exif(6))
    files["inks.jpg"] = encoded(
        picture("CMYK", (77, 55)), "JPEG", comment=SECRET, exif=laden_exif(3))
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", SECRET)
    words.add_text("Comment", SECRET, zip=True)
    words.add_itxt("XML:com.adobe.xmp", SECRET, "en", "Urheber")
    words.add(b"tIME", struct.pack(">HBBBBB", 2026, 11, 22, 10, 0, 0))
    words.add(b"prVt", SECRET.encode(), True)
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA"):
        files[f"png-{mode}.png"] = encoded(
            picture(mode, (131, 97), 5), "PNG", pnginfo=words, icc_profile=profile,
            dpi=(300, 300), exif=laden_exif(1))
    files["moving.png"] = encoded(
        picture("RGB", (50, 40)), "PNG", save_all=True, pnginfo=words,
        append_images=[picture("RGB", (50, 40), 2)])
    return {name: bytes_ + b"behind " + SECRET.encode() for name, bytes_ in files.items()}


HARMLESS = {
    "jfif", "jfif_version", "jfif_unit", "jfif_density", "adobe", "adobe_transform",
    "progressive", "progression", "exif", "transparency", "interlace",
}


def differences(before, after):
    """What is wrong with a cleaned picture, in words."""
    old, new = Image.open(before), Image.open(after)
    new.load()
    if SECRET.encode() in after.read_bytes():
        yield "the secret is still there"
    if getattr(new, "n_frames", 1) != 1:
        yield "more than one picture"
    extra = set(new.info) - HARMLESS
    # Pillow's own guess where EXIF stands and no resolution.
    if new.info.get("dpi") == (72, 72):
        extra -= {"dpi"}
    if extra:
        yield f"says {sorted(extra)}"
    exif = dict(new.getexif())
    if set(exif) - {ExifTags.Base.Orientation} or len(new.info.get("exif", b"")) > 40:
        yield f"EXIF says {exif}"
    if exif.get(ExifTags.Base.Orientation, 1) != old.getexif().get(ExifTags.Base.Orientation, 1):
        yield "another side is up"
    if (old.mode, old.size) != (new.mode, new.size):
        yield f"{old.mode} {old.size} became {new.mode} {new.size}"
        return
    if new.format == "PNG" and old.mode != "I;16":
        if old.convert("RGBA").tobytes() != new.convert("RGBA").tobytes():
            yield "other colors"
    upright = [ImageOps.exif_transpose(image) for image in (old, new)]
    if upright[0].tobytes() != upright[1].tobytes():
        yield "other pixels"


def main(command, *folders):
    folder = pathlib.Path(folders[0])
    if command in ("fixtures", "laden"):
        for name, content in {"fixtures": plain, "laden": laden}[command]().items():
            (folder / name).write_bytes(content)
        return
    found = {}
    for before in sorted(folder.iterdir()):
        after = pathlib.Path(folders[1]) / before.name
        found[before.name] = list(differences(before, after)) if after.exists() else ["refused"]
    print(json.dumps(found))


main(*sys.argv[1:])
