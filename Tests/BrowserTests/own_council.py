"""A council of a journey's own in the demonstration: two seats at large and an alternate, with the
chief resident in the chair."""

import csv
import io

from playwright.sync_api import expect

OFFICE, CHIEF, MEMBER, DIRECTOR = "GME office", "Chief resident", "Resident", "Program director"
PROGRAM = "Internal Medicine"
# Some trainees cannot be seated, for reasons that nobody reads: then the next one is asked.
MOST_ASKED = 6


class Council:
    """Where it is, and who has to do with it."""

    def __init__(self, visit, name: str) -> None:
        self.visit = visit
        self.name = name
        self.chief, self.member = names_of(visit, CHIEF, MEMBER)
        self.path = self.found()
        self.alternate = self.seat()
        self.give_the_chair()

    def found(self) -> str:
        page = self.page_of(OFFICE)
        page.goto(self.visit.url + "/organizations/found")
        page.get_by_label("Name", exact=True).fill(self.name)
        page.get_by_label("What it is for").fill("Looks after what happens between shifts.")
        page.get_by_label("They are seated").check()
        page.get_by_role("button", name="Found it").click()
        page.get_by_role("link", name="Seats", exact=True).first.click()
        page.get_by_role("link", name="Add seats").first.click()
        page.get_by_label("What the seat is called").fill("Delegate")
        page.locator("input[name=kind][value=at_large]").check()
        page.get_by_label("Seats", exact=True).fill("2")
        page.get_by_label("Alternates", exact=True).fill("1")
        page.get_by_role("button", name="Save").click()
        path = "/" + page.url.split("/", 3)[3].split("/seats")[0]
        page.context.close()
        return path

    def seat(self) -> str:
        """The director puts the two forward, which releases them, and a third as an alternate."""
        page = self.page_of(DIRECTOR)
        for name in (self.chief, self.member):
            self.put_forward(page, name)
        people = page.request.get(self.visit.url + "/people/export").body().decode("utf-8-sig")
        rows = [row for row in csv.DictReader(io.StringIO(people))
                if row["Program"] == PROGRAM and row["Name"] not in (self.chief, self.member)]
        for row in rows[:MOST_ASKED]:
            if self.put_forward(page, row["Mail"], as_alternate=True):
                page.context.close()
                return row["Name"]
        raise AssertionError(f"none of {MOST_ASKED} trainees can be an alternate")

    def put_forward(self, page, person: str, *, as_alternate=False) -> bool:
        page.goto(self.visit.url + self.path + "/seats")
        page.get_by_role("link", name="Put someone forward").first.click()
        page.get_by_label("Trainee", exact=True).fill(person)
        if as_alternate:
            page.get_by_label("Wait as an alternate").check()
        page.get_by_role("button", name="Put forward").click()
        return page.get_by_text("Put forward and released").count() > 0

    def give_the_chair(self) -> None:
        page = self.page_of(OFFICE)
        page.goto(self.visit.url + self.path + "/members")
        page.get_by_role("link", name="Ask an officer").click()
        page.get_by_label("Person").fill(self.chief)
        page.get_by_label("Title").fill("Chair")
        page.get_by_role("main").get_by_role("button").first.click()
        page.context.close()
        page = self.page_of(CHIEF)
        page.goto(self.visit.url + "/your-organizations")
        expect(page.get_by_role("main")).to_contain_text(f"{self.name} asks you")
        page.get_by_role("button", name="Accept").first.click()
        expect(page.get_by_role("main")).to_contain_text("Chair")
        page.context.close()

    def page_of(self, role: str, **settings):
        """A new browser in which someone of the role is signed in."""
        page = self.visit.context(**settings).new_page()
        return self.visit.sign_in_as(page, role)


def names_of(visit, *roles):
    """The names of those whom the demonstration offers for the roles."""
    page = visit.open("/demonstration")
    names = []
    for role in roles:
        row = page.get_by_role("listitem").filter(has=page.get_by_text(role, exact=True))
        names.append(row.locator("[dir=auto]").inner_text())
    page.context.close()
    return names
