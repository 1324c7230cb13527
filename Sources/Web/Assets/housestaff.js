// Every page works without this. The data- attributes are in docs/design.md.

const $ = (selector, root = document) => root.querySelector(selector);
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// One polite live region.
const voice = document.createElement("p");
voice.className = "vh";
voice.setAttribute("role", "status");
document.body.append(voice);
const say = (text) => { voice.textContent = text; };

// Submit once; data-again on the form (downloads) or the GET method lifts that.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.getAttribute("method") !== "post" || "again" in form.dataset) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
  setTimeout(unlock, 15_000);
});

// Forms can be sent again after Back, or when no answer came.
function unlock() {
  for (const form of document.querySelectorAll("[data-sent]")) delete form.dataset.sent;
  for (const button of document.querySelectorAll("button[aria-busy]")) {
    button.removeAttribute("aria-busy");
  }
}
addEventListener("pageshow", (event) => event.persisted && unlock());

// <input data-filter="list-id" hidden> hides children whose text lacks a word, unless ticked.
document.addEventListener("input", (event) => {
  const list = document.getElementById(event.target.dataset?.filter);
  if (!list) return;
  const words = plain(event.target.value).split(/\s+/);
  let shown = 0;
  for (const item of list.children) {
    const text = plain(item.textContent);
    item.hidden = !words.every((word) => text.includes(word)) && !$(":checked", item);
    if (!item.hidden) shown += 1;
  }
  say(`${shown} / ${list.children.length}`);
});

// Enter in a filter sends no form.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.dataset?.filter) event.preventDefault();
});

// "/" goes to search, unless someone types or has turned it off.
const search = $("[role=search] input");
if (search && document.documentElement.dataset.keys !== "off") {
  search.setAttribute("aria-keyshortcuts", "/");
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, dialog, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    search.focus();
    search.select();
  });
}

for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const zone = event.target.closest?.(".drop");
    if (!zone) return;
    event.preventDefault();
    zone.classList.toggle("over", kind === "dragover");
    const input = $("input[type=file]", zone);
    if (kind !== "drop" || !event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    say(event.dataTransfer.files[0].name);
  });
}

// Copy: <button data-copy="id" data-copied="Copied" hidden>.
async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  const items = [...source.querySelectorAll("li")].map((item) => item.textContent.trim());
  const text = items.length ? items.join("\n") : (source.value ?? source.textContent).trim();
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = button.dataset.copied;
    say(button.dataset.copied);
  } catch {
    getSelection().selectAllChildren(source);
  }
}

// <a href="/page" data-dialog="id"> opens that <dialog>; with "" the page's <main> in one.
async function openDialog(link) {
  let dialog = document.getElementById(link.dataset.dialog);
  if (!dialog) {
    const page = await fetchPage(link.href);
    dialog = document.createElement("dialog");
    dialog.append(...$("main", page).childNodes);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    const title = $("h1", dialog);
    title.id ||= "dialog-title";
    dialog.setAttribute("aria-labelledby", title.id);
  }
  dialog.showModal();
}

async function fetchPage(url, body) {
  const headers = { Accept: "text/html" };
  const answer = await fetch(url, { headers, body, method: body ? "POST" : "GET" });
  if (!answer.ok || answer.redirected) throw new Error(answer.status);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

// data-ahead in a form: a part of the page that it leads to, as it would be with these choices.
document.addEventListener("change", async (event) => {
  const place = event.target.form && $("[data-ahead]", event.target.form);
  if (!place) return;
  const body = new URLSearchParams(new FormData(event.target.form));
  place.dataset.asked = body;
  const page = await fetchPage(event.target.form.action, body).catch(() => null);
  if (place.dataset.asked !== String(body)) return;
  const part = page?.getElementById(place.dataset.ahead);
  place.replaceChildren(...(part ? [part] : []));
});

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const target = event.target.closest("[data-copy], [data-dialog], [data-close], [data-dismiss]");
  if (!target) return;
  if ("copy" in target.dataset) return copy(target);
  const open = target.closest("dialog");
  if ("close" in target.dataset && !open) return;
  event.preventDefault();
  if ("dialog" in target.dataset) {
    return openDialog(target).catch(() => location.assign(target.href));
  }
  if ("dismiss" in target.dataset) {
    target.closest(".notice").remove();
    return $("main").focus();
  }
  open.close();
});

for (const control of document.querySelectorAll(
  "[data-copy], [data-filter], [data-dismiss], [data-by], [data-grip]")) control.hidden = false;

// Buttons, arrow keys and grips write numbers in <ol data-rank="not ranked"> and sort. Below the
// last number there is none.
const rank = $("[data-rank]");
if (rank) {
  const number = (item) => $("input", item);
  const isIn = (item) => number(item).value > 0;
  const open = [...rank.children].filter(number);
  const order = () => open.filter(isIn).sort((a, b) => number(a).value - number(b).value);
  const put = (item, place) => {
    const next = order().filter((other) => other !== item);
    if (place >= 0) next.splice(place, 0, item);
    for (const one of open) number(one).value = next.indexOf(one) + 1 || "";
    rank.append(...new Set([...next, ...open, ...rank.children]));
    say(`${$("label", item).textContent}: ${number(item).value || rank.dataset.rank}`);
  };
  const move = (target, by) => {
    const item = target.closest("li");
    const place = order().indexOf(item);
    const last = order().length;
    if (place < 0) put(item, by < 0 ? last : -1);
    else put(item, place + by < last ? Math.max(0, place + by) : -1);
    target.focus();
  };
  rank.onclick = ({ target }) => target.dataset.by && move(target, +target.dataset.by);
  rank.onkeydown = (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || !event.target.matches("input, [data-by]")) return;
    event.preventDefault();
    move(event.target, by);
  };
  // The others step aside for what is held.
  let held;
  rank.onpointerdown = (event) => {
    if (event.button || !event.target.matches("[data-grip]")) return;
    event.preventDefault();
    held = event.target.closest("li");
    held.classList.add("held");
    rank.setPointerCapture(event.pointerId);
  };
  const middle = (item) => {
    const box = item?.getBoundingClientRect();
    return box && box.top + box.height / 2;
  };
  rank.onpointermove = ({ clientY: y }) => {
    if (!held) return;
    scrollBy(0, y < 50 ? -15 : y > innerHeight - 50 ? 15 : 0);
    while (middle(held.nextElementSibling) < y) held.before(held.nextElementSibling);
    while (middle(held.previousElementSibling) > y) held.after(held.previousElementSibling);
  };
  rank.onpointerup = rank.onpointercancel = ({ type }) => {
    if (!held) return;
    held.classList.remove("held");
    const above = open.filter((item) => item.compareDocumentPosition(held) & 4);
    const place = above.filter(isIn).length;
    const isOut = isIn(held) && place < above.length;
    put(held, type === "pointercancel" ? order().indexOf(held) : isOut ? -1 : place);
    held = null;
  };
}

// <section id="job" data-refresh-url="/jobs/7"> is fetched again each second until the answer lacks
// the attribute; then data-then-url is opened. Each tenth is spoken.
const job = $("[data-refresh-url]");
let tenth = -1;
let misses = 0;

async function refresh() {
  let wait = 1000;
  try {
    if (!document.hidden) await take(await fetchPage(job.dataset.refreshUrl));
    misses = 0;
  } catch {
    misses += 1;
    wait = Math.min(30_000, 1000 * 2 ** misses);
  }
  if (job.dataset.refreshUrl) setTimeout(refresh, wait);
}

function take(page) {
  const fresh = page.getElementById(job.id);
  if (!fresh) return location.reload();
  job.replaceChildren(...fresh.childNodes);
  const bar = $("progress", job);
  if (bar && Math.floor(bar.position * 10) > tenth) {
    tenth = Math.floor(bar.position * 10);
    say($("[data-say]", job)?.textContent ?? bar.textContent);
  }
  if ("refreshUrl" in fresh.dataset) return;
  delete job.dataset.refreshUrl;
  say($("h2", job)?.textContent ?? "");
  if (fresh.dataset.thenUrl) location.assign(fresh.dataset.thenUrl);
}

if (job) setTimeout(refresh, 1000);
