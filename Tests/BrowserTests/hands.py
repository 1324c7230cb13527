"""How a person works a page: with a pointer, or with nothing but the keyboard."""

from playwright.sync_api import FileChooser, Page
from playwright.sync_api import TimeoutError as Timeout

import page_checks

# What a screen reader would call the element that has the focus.
FOCUSED_NAME = """() => {
  const element = document.activeElement;
  const words = element.getAttribute('aria-label') || element.labels?.[0]?.innerText
    || element.innerText || '';
  return words.trim().replace(/\\s+/g, ' ');
}"""


class Pointer:
    """Clicks what it sees."""

    def press(self, page: Page, name: str) -> None:
        page.get_by_role("main").locator("button, a").filter(has_text=name).first.click()

    def choose_file(self, page: Page, label: str, file: dict) -> None:
        page.get_by_label(label).set_input_files(file)


class Keyboard:
    """Goes there by Tab and presses Enter; what Tab does not reach is not there."""

    def press(self, page: Page, name: str) -> None:
        self.reach(page, name)
        # The next Tab belongs to the next page.
        with page.expect_navigation():
            page.keyboard.press("Enter")

    def choose_file(self, page: Page, label: str, file: dict) -> None:
        self.reach(page, label)
        self.chooser(page).set_files(file)

    def chooser(self, page: Page) -> FileChooser:
        """The dialog for files. On a busy machine the browser now and then forgets to open it; a
        person presses the key again then."""
        for tries_left in (2, 1, 0):
            try:
                with page.expect_file_chooser() as chooser:
                    page.keyboard.press("Space")
                return chooser.value
            except Timeout:
                if not tries_left:
                    raise

    def reach(self, page: Page, name: str, *, exact: bool = False) -> None:
        passed = []
        for _ in range(page_checks.MOST_TAB_STOPS):
            page.keyboard.press("Tab")
            passed.append(page.evaluate(FOCUSED_NAME))
            if name == passed[-1] or not exact and name in passed[-1]:
                return
        raise AssertionError(f"Tab does not reach {name}, only {passed[:30]}")
