"""An authenticator app in a few lines: what a person's phone does in the journeys."""

import datetime

import pyotp
from playwright.sync_api import Page, expect

CODE = "Code from"


def key_of(page: Page) -> str | None:
    """The key that the page shows to type, as the app keeps it; None where it shows none."""
    key = page.locator("#key")
    return key.inner_text().replace(" ", "") if key.count() == 1 else None


def write_code(page: Page, app: pyotp.TOTP, button: str, *, steps_ahead: int = 0) -> str:
    """Types the code of this moment, or of a clock that is some steps ahead, and sends it."""
    code = app.at(datetime.datetime.now(), counter_offset=steps_ahead)
    page.get_by_label(CODE).fill(code)
    page.get_by_role("button", name=button).click()
    return code


def confirm(visit, page: Page, app: pyotp.TOTP) -> list[str]:
    """Turns a second factor on from the page that shows its key; gives the recovery codes."""
    write_code(page, app, "Turn on")
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    visit.shot(page, "factor-on")
    page.get_by_role("button", name="Make recovery codes").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    return page.locator("#codes li").all_inner_texts()
