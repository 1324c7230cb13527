"""An institution is described in a file: built, looked at, and built again without a change."""

from playwright.sync_api import expect

import harness
from own_institution import own_institution

BLUEPRINT = str(harness.ROOT / "Blueprints" / "duke.yaml")


def journey_a_blueprint_is_built(visit):
    with own_institution(visit, "--blueprint", BLUEPRINT, "--yes") as (institution, link):
        page = visit.context().new_page()
        page.goto(link)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("navigation", name="Main").get_by_role(
            "link", name="Organizations").click()
        visit.shot(page, "organizations")
        page.get_by_role("link", name="Technology Council").first.click()
        page.get_by_role("link", name="Seats", exact=True).first.click()
        expect(page.get_by_role("main")).to_contain_text("Each department, from its trainees")
        expect(page.get_by_role("main")).to_contain_text("Vacant")
        visit.shot(page, "vacant-seats")
        again = institution.command("init", "--blueprint", BLUEPRINT, "--yes")
        visit.check("othing would change" in again, f"a second time says: {again}")
