"""A ballot paper in a browser: what stands on it, and how numbers come onto it."""


def fill(page, numbers):
    for name, number in numbers.items():
        page.get_by_label(name, exact=True).fill(number)


def candidates(page):
    return [name.strip() for name in page.locator("[data-rank] label").all_inner_texts()]


def ranks(page):
    """The numbers on the paper, by candidate."""
    fields = page.locator("[data-rank] input")
    numbers = [fields.nth(place).input_value() for place in range(fields.count())]
    return {name: number for name, number in zip(candidates(page), numbers) if number}


def drag(page, name, onto):
    """A finger takes one candidate's grip and lets go in the far half of another's row."""
    rows = page.locator("[data-rank] > li")
    grip = rows.filter(has_text=name).locator("[data-grip]")
    grip.scroll_into_view_if_needed()
    start, row = grip.bounding_box(), rows.filter(has_text=onto).bounding_box()
    x, y = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2
    end = row["y"] + row["height"] * (0.9 if row["y"] > start["y"] else 0.1)
    finger = page.context.new_cdp_session(page)

    def touch(kind, *points):
        finger.send("Input.dispatchTouchEvent", {
            "type": kind, "touchPoints": [{"x": x, "y": point} for point in points]})

    touch("touchStart", y)
    for step in range(1, 9):
        touch("touchMove", y + (end - y) * step / 8)
    touch("touchEnd")
    finger.detach()
