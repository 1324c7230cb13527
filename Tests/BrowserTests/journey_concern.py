"""A concern without a name, from a phone: raised, answered, talked about behind its code; and one
with a name, from whose readers those are left out whom it is about."""

from pathlib import Path

from playwright.sync_api import expect

from page_checks import check_quickly

PICTURE = Path(__file__).parent.parent / "AttachmentsTestSupport/Fixtures/halved.jpg"
PHONE = {"width": 375, "height": 812}
RESPONDER, CURIOUS = "Chief resident", ["Resident", "Program director", "GME office",
                                      "Designated institutional official", "Administrator"]
PASSPHRASE = "seven geese cross the quiet river"
WORDS = "The night float covers three wards since Monday."


def journey_without_a_name_on_a_phone(visit):
    raise_and_talk(visit, visit.context(**PHONE, state=visit.state_as("Resident")))


def journey_without_a_name_without_javascript(visit):
    raise_and_talk(visit, visit.context(**PHONE, javascript=False))


def raise_and_talk(visit, writer):
    """The writer's browser may be signed in: the pages do not look."""
    page = writer.new_page()
    before = writer.cookies()
    code = send(visit, page, WORDS)
    add_files(visit, page, code)
    visit.check(writer.cookies() == before, "the pages for anonymous writers set a cookie")

    desk = unlocked_desk(visit)
    open_with(desk, WORDS)
    expect(desk.get_by_role("main")).to_contain_text("Do not try to find out who it is")
    concern = desk.url
    picture = desk.get_by_role("link", name="Picture 1 (JPEG")
    shown = desk.request.get(visit.url + picture.get_attribute("href"))
    visit.check(shown.headers["content-type"] == "image/jpeg" and b"my phone" not in shown.body(),
                "the picture is not shown, or says what took it")
    visit.check(times_listed(desk, WORDS) == 1, "a form sent twice is two concerns")
    desk.goto(concern)
    visit.shot(desk, "responder")
    desk.get_by_label("Write to whoever raised it").fill("Which wards?")
    desk.get_by_role("button", name="Send the answer").click()
    expect(desk.get_by_role("main")).to_contain_text("Which wards?")
    expect(desk.get_by_role("main")).to_contain_text("Being worked on")

    open_code(visit, page, code.upper().replace("-", " "))
    expect(page.get_by_role("main")).to_contain_text("Which wards?")
    page.get_by_label("Write to").fill("5 North, 6 North and 7.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("main")).to_contain_text("Your message is sent")
    visit.shot(page, "conversation")
    desk.reload()
    expect(desk.get_by_role("main")).to_contain_text("5 North, 6 North and 7.")

    for role in CURIOUS:
        status = visit.context(state=visit.state_as(role)).new_page().goto(concern).status
        visit.check(status == 404, f"{role} gets {status} for a concern of others")


def add_files(visit, page, code):
    """A picture on the page that shows the code, which stays, and what is not taken."""
    files = {"me.doc": bytes(range(256)), "IMG_0042.jpg": PICTURE.read_bytes() + b"my phone"}
    for name, content in files.items():
        page.get_by_label("Picture or text").set_input_files(
            {"name": name, "mimeType": "image/jpeg", "buffer": content})
        page.get_by_role("button", name="Add it").click()
        visit.check(page.locator("#code li").inner_text() == code, "the code is gone")
        if name == "me.doc":
            expect(page.get_by_role("alert")).to_contain_text("not taken")
            visit.shot(page, "not-taken")
    expect(page.get_by_role("main")).to_contain_text("Your file is added")
    expect(page.get_by_role("main")).to_contain_text("Picture 1 (JPEG")
    visit.shot(page, "added")


def send(visit, page, words):
    """Raises a concern with the resident council; gives its code."""
    page.goto(visit.url + "/concerns/anonymous")
    expect(page.get_by_role("main")).to_contain_text("does not know who you are")
    visit.check(page.get_by_role("banner").get_by_label("Account").count() == 0,
                "the page for anonymous writers knows who it is")
    visit.shot(page, "choices")
    page.get_by_label("Resident council").check()
    page.get_by_label("Workload and duty hours").check()
    page.get_by_role("button", name="See who will read it").click()
    expect(page.get_by_role("main")).to_contain_text("Resident chair")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("alert")).to_contain_text("Write what happened")
    page.get_by_label("What happened").fill(words)
    visit.shot(page, "words")
    fields = {field.get_attribute("name"): field.input_value()
              for field in page.locator("form.form input[type=hidden]").all()}
    page.get_by_role("button", name="Send it").click()
    code = page.locator("#code li").inner_text()
    visit.shot(page, "code")
    # What a second click sends is the same concern.
    again = page.request.post(visit.url + "/concerns/anonymous/send",
                              form=fields | {"text": words}, headers={"Origin": visit.url})
    visit.check(again.status == 200 and code in again.text(), "a form sent twice is refused")
    return code


def journey_what_becomes_of_it(visit):
    """Resolved, told to everybody in approved words, and handed over with its writer's consent."""
    writer = visit.context(**PHONE, javascript=False).new_page()
    code = send(visit, writer, "The call room on 9 has no lock.")
    desk = unlocked_desk(visit)
    open_with(desk, "The call room on 9 has no lock.")
    concern = desk.url
    state = desk.context.storage_state()
    for step in ["note", "resolve", "pause", "assign", "merge", "hand-over", "link", "hold"]:
        check_quickly(visit, concern.removeprefix(visit.url) + "/" + step, "step " + step,
                      state=state)
    desk.get_by_role("link", name="Hand it to another group").click()
    desk.get_by_label("To", exact=True).select_option(label="GME office")
    desk.get_by_role("button", name="Hand it over").click()
    expect(desk.get_by_role("alert")).to_contain_text("Write what the writer should read")
    expect(desk.get_by_label("To", exact=True).locator("option:checked")).to_have_text("GME office")
    desk.get_by_label("Why").fill("Only facilities can put a lock there.")
    desk.get_by_role("button", name="Hand it over").click()
    expect(desk.get_by_role("main")).to_contain_text("to let “GME office” have it")

    open_code(visit, writer, code)
    expect(writer.get_by_role("main")).to_contain_text("May another group have it?")
    visit.shot(writer, "consent")
    writer.get_by_role("button", name="No, leave it where it is").click()
    expect(writer.get_by_role("main")).to_contain_text("Please leave it where it is")
    visit.check(writer.get_by_text("May another group have it?").count() == 0,
                "what was declined is asked again")

    desk.goto(concern)
    desk.get_by_role("link", name="Say who sees to it").click()
    desk.get_by_label("Who sees to it").select_option(index=1)
    desk.get_by_role("button", name="Keep").click()
    desk.get_by_role("link", name="Resolve it").click()
    desk.get_by_label("What was done").fill("The door has a lock since Friday.")
    desk.get_by_role("button", name="Resolve it").click()
    expect(desk.get_by_role("main")).to_contain_text("The door has a lock since Friday.")
    desk.get_by_role("link", name="Propose words").click()
    desk.get_by_role("button", name="Propose it").click()
    expect(desk.get_by_role("alert")).to_contain_text("Write what was said")
    desk.get_by_label("You said").fill("A call room could not be locked.")
    desk.get_by_label("We did").fill("Its door has a lock.")
    desk.get_by_role("button", name="Propose it").click()
    expect(desk.get_by_role("main")).to_contain_text("may object until")
    check_quickly(visit, concern.removeprefix(visit.url), "resolved concern", state=state)

    open_code(visit, writer, code)
    expect(writer.get_by_role("main")).to_contain_text("A call room could not be locked.")
    visit.shot(writer, "words")
    writer.get_by_role("button", name="It may stand there").click()
    expect(writer.get_by_role("main")).to_contain_text("You agreed")

    # Whoever proposed the words does not publish them: a second reader does.
    desk.goto(concern)
    desk.get_by_role("button", name="Put it into the register").click()
    expect(desk.get_by_role("main")).to_contain_text("Somebody else")
    second = unlocked_desk(visit, "Faculty mentor")
    second.goto(concern)
    second.get_by_role("button", name="Put it into the register").click()
    expect(second.get_by_role("main")).to_contain_text("It stands in the register.")

    reader = visit.context(**PHONE, state=visit.state_as("Resident")).new_page()
    reader.goto(visit.url + "/concerns/register")
    reader.get_by_label("Words").fill("locked call")
    reader.get_by_role("button", name="Show").click()
    expect(reader.get_by_role("article")).to_have_count(1)
    expect(reader.get_by_role("article")).to_contain_text("Its door has a lock.")
    visit.shot(reader, "register")
    check_quickly(visit, "/concerns/register", "register", state=reader.context.storage_state())


def journey_the_office_keeps_the_rules_of_erasing(visit):
    page = visit.context(state=visit.state_as("GME office")).new_page()
    page.goto(visit.url + "/concerns/policy")
    page.get_by_label("Months after").fill("none")
    page.get_by_role("button", name="See what it erases").click()
    expect(page.get_by_role("alert")).to_contain_text("a number of months")
    page.get_by_label("Months after").fill("6")
    page.get_by_role("button", name="See what it erases").click()
    expect(page.get_by_role("main")).to_contain_text("Tomorrow morning")
    visit.shot(page, "consequence")
    page.get_by_role("link", name="Leave it as it is").click()
    expect(page.get_by_role("main")).to_contain_text("kept for ever")
    check_quickly(visit, "/concerns/policy", "policy", state=page.context.storage_state())


def journey_someone_may_come_to_harm(visit):
    page = visit.open("/concerns/anonymous", **PHONE)
    page.get_by_label("Resident council").check()
    page.get_by_label("Patient safety").check()
    page.get_by_role("button", name="See who will read it").click()
    page.get_by_label("What happened").fill("A colleague says they want to die.")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("main")).to_contain_text("988")
    expect(page.get_by_role("alert")).to_contain_text("Call first")
    expect(page.get_by_label("What happened")).to_have_value("A colleague says they want to die.")
    visit.shot(page, "call-now")
    page.get_by_label("I have called, or nobody has to be called").check()
    page.get_by_label("Tell those who read it at once").check()
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("main")).to_contain_text("hear of it now")


def journey_who_is_named_does_not_read(visit):
    before = unlocked_desk(visit).get_by_role("table").inner_text()
    page = visit.context(state=visit.state_as("Fellow")).new_page()
    page.goto(visit.url + "/concerns/raise")
    page.get_by_label("Confidential").check()
    page.get_by_label("Resident council").check()
    page.get_by_label("How people treat each other").check()
    chair = chair_of(visit)
    page.get_by_label("Names of people").fill("Dr. " + chair.split()[-1])
    page.get_by_role("button", name="See who will read it").click()
    card = page.get_by_role("main").locator(".card").filter(has_text="Who will read it")
    expect(card).to_contain_text("Who will not")
    visit.check(chair in card.inner_text().split("Who will not")[1],
                "the one who is named is not said to be left out")
    page.get_by_label("What happened").fill("I was told to keep quiet about it.")
    visit.shot(page, "left-out")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("main")).to_contain_text("Your code")
    visit.check(unlocked_desk(visit).get_by_role("table").inner_text() == before,
                "the one who is named finds the concern")


def journey_rules_are_kept_by_the_office(visit):
    page = visit.context(state=visit.state_as("GME office")).new_page()
    page.goto(visit.url + "/concerns/rules")
    page.get_by_role("link", name="Add a closed day").click()
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the day")
    page.get_by_label("Day").fill("2030-12-25")
    page.get_by_label("Name").fill("Christmas")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("main")).to_contain_text("December 25, 2030: Christmas")
    check_quickly(visit, "/concerns/rules", "rules", state=page.context.storage_state())


def open_code(visit, page, code):
    page.goto(visit.url + "/concerns/code")
    page.get_by_label("Your code").fill(code)
    page.get_by_role("button", name="Open it").click()


def chair_of(visit):
    page = visit.context(state=visit.state_as(RESPONDER)).new_page()
    page.goto(visit.url + "/concerns")
    line = page.get_by_role("listitem").filter(has_text="Resident chair").first.inner_text()
    return line.split(",")[0].strip()


def unlocked_desk(visit, role=RESPONDER):
    """The list of a responder, who has typed the passphrase."""
    page = visit.context(state=visit.state_as(role)).new_page()
    page.goto(visit.url + "/concerns/desk")
    page.get_by_label("Passphrase").fill("not this one at all")
    page.get_by_role("button", name="Unlock").click()
    expect(page.get_by_role("alert")).to_contain_text("not the passphrase")
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Unlock").click()
    expect(page.get_by_role("button", name="Lock my key")).to_be_visible()
    state = page.context.storage_state()
    check_quickly(visit, "/concerns/desk", "desk", state=state)
    return page


def open_with(page, words):
    """Opens the concern that has some words: nothing in the list says which it is."""
    found = concerns_with(page, words)
    assert found, "no concern says so"
    page.goto(found[0])


def times_listed(page, words):
    page.goto(page.url.split("/concerns")[0] + "/concerns/desk")
    return len(concerns_with(page, words))


def concerns_with(page, words):
    """The addresses of the concerns in the list that have some words."""
    base = page.url.split("/concerns")[0]
    links = page.get_by_role("table").get_by_role("link").all()
    found = []
    for address in [base + link.get_attribute("href") for link in links]:
        page.goto(address)
        expect(page.get_by_role("main")).to_contain_text("What was said")
        if words in page.get_by_role("main").inner_text():
            found.append(address)
    return found
