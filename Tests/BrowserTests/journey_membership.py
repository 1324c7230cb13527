"""A resident joins, chooses who sees it and leaves on a phone; nobody else can tell."""

from playwright.sync_api import expect

from page_checks import check_quickly

ASSOCIATION = "Rainbow House Staff"
RESIDENT, CURIOUS = "Resident", ["Administrator", "GME office", "Program director"]
PHONE = {"width": 375, "height": 812}


def journey_join_choose_leave_on_a_phone(visit):
    join_and_leave(visit, visit.context(**PHONE, state=visit.state_as(RESIDENT)))


def journey_join_choose_leave_without_javascript(visit):
    join_and_leave(
        visit, visit.context(**PHONE, state=visit.state_as(RESIDENT), javascript=False))


def join_and_leave(visit, context):
    page = context.new_page()
    path = association(visit, page)
    before = seen_by_others(visit, path)
    page.get_by_role("button", name="Join").click()
    page.wait_for_url(f"**{path}/members*")
    expect(page.get_by_role("main")).to_contain_text("You are a member")
    expect(choice(page, "nobody")).to_be_checked()
    fits(visit, page)
    visit.shot(page, "joined")
    visit.check(seen_by_others(visit, path) == before, "others see that someone joined")

    choice(page, "officers").check()
    page.get_by_role("button", name="Save").click()
    expect(choice(page, "officers")).to_be_checked()
    page.goto(visit.url + "/your-organizations")
    expect(page.get_by_role("main")).to_contain_text("Seen by: officers.")
    fits(visit, page)

    page.goto(visit.url + path + "/members")
    page.get_by_role("link", name="Leave").click()
    expect(page.get_by_role("main")).to_contain_text("it is forgotten that you were one")
    fits(visit, page)
    visit.shot(page, "leave")
    page.get_by_role("button", name="Leave").click()
    page.wait_for_url("**/your-organizations*")
    expect(page.get_by_role("main")).to_contain_text("You left")
    expect(page.get_by_role("main")).to_contain_text("That is forgotten on")
    visit.shot(page, "left")
    visit.check(seen_by_others(visit, path) == before, "others see that someone left")


def choice(page, visibility):
    return page.locator(f"input[name=visible_to][value={visibility}]")


def association(visit, page):
    """Opens the association from the list; gives its path."""
    page.goto(visit.url + "/organizations?q=rainbow")
    page.get_by_role("main").get_by_role("link", name=ASSOCIATION).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(ASSOCIATION)
    fits(visit, page)
    return path_of(page)


def path_of(page):
    return "/" + page.url.split("/", 3)[3].split("?")[0]


def seen_by_others(visit, path):
    """The members page and the list to download, as each curious role reads them."""
    seen = {}
    for role in CURIOUS:
        page = visit.context(state=visit.state_as(role)).new_page()
        page.goto(visit.url + path + "/members")
        seen[role] = (page.get_by_role("main").inner_text(),
                      page.request.get(visit.url + path + "/members/export").text())
    return seen


def journey_forum_stays_inside(visit):
    page = visit.context(**PHONE, state=visit.state_as(RESIDENT)).new_page()
    path = association(visit, page)
    page.get_by_role("button", name="Join").click()
    page.wait_for_url(f"**{path}/members*")
    page.get_by_role("link", name="Forum").click()
    page.get_by_role("link", name="Write").click()
    page.get_by_label("Title").fill("Journal club")
    page.get_by_label("What you have to say").fill("Next week.\n\nhttps://example.org/paper")
    page.get_by_role("button", name="Post it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Journal club")
    expect(page.get_by_role("link", name="https://example.org/paper")).to_be_visible()
    fits(visit, page)
    visit.shot(page, "thread")
    thread = path_of(page)
    state = page.context.storage_state()
    for number, inside in enumerate([path, path + "/members", path + "/forum", thread,
                                     path + "/forum/write", path + "/activities",
                                     path + "/leave", "/your-organizations", "/wording-rules"]):
        check_quickly(visit, inside, f"inside-{number}", state=state)
    for role in CURIOUS:
        other = visit.context(state=visit.state_as(role)).new_page()
        for hidden in (thread, path + "/forum"):
            status = other.goto(visit.url + hidden).status
            visit.check(status == 404, f"{role} gets {status} for {hidden}")
    page.goto(visit.url + path + "/leave")
    page.get_by_role("button", name="Leave").click()
    page.wait_for_url("**/your-organizations*")


def fits(visit, page):
    width = page.evaluate("document.documentElement.scrollWidth")
    visit.check(width <= PHONE["width"], f"{page.url} needs {width} px on a phone")
