"""What someone sees who opens the address for the first time."""

from page_checks import check_page


def journey_anyone(visit):
    check_page(visit, "/", "page")
