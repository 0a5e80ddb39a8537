/* The review as one page: lines are opened, decided on and renewed without loading the page again. Without scripts its forms do the same. */

import { forget, keep, restore, setSingleKeys, singleKeys, unsent } from "/kept.js";
import { listenToKeys } from "/keys.js";

const body = document.body.dataset;
const one = (selector, root) => (root || document).querySelector(selector);
const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
const item = one("#item"), rows = one("#rows"), filter = one("#filter"), status = one("#status"), help = one("#help");
const OPEN = new Set(["open", "recheck", "conflict"]);
const NEWS_EVERY = 4000, TYPING_ENDS = 150;
let at = body.at, busy = false, asked = 0, card = 0, searching = null, waiting = 0;

/* ---- speaking ---- */

function say(words, tone) {
  status.className = "status" + (words ? " m-" + (tone || "good") : "");
  status.textContent = words || "";
}

function hint(area, words) {
  const place = one("[data-hint]", area.form);
  if (place) { place.textContent = words; place.hidden = !words; }
}

/* ---- asking the server ---- */

function shownItem() { const found = one("article.item", item); return found ? found.dataset.item : ""; }

function here() {
  const data = new FormData(filter);
  return new URLSearchParams({ item: shownItem(), show: data.get("show") || "", q: data.get("q") || "" });
}

async function ask(address, options) {
  const answer = await fetch(address, options);
  if (!(answer.headers.get("content-type") || "").includes("json")) { throw Object.assign(new Error("refused"), { number: answer.status }); }
  return answer.json();
}

function failed(error) {
  if (error.name !== "AbortError") { say({ 401: body.door, 403: body.door, 413: body.long }[error.number] || body.offline, "bad"); }
}

/* ---- the list ---- */

function rowOf(name) { return one('a.row[data-item="' + CSS.escape(name) + '"]', rows); }

function mark(name) {
  const current = rowOf(name);
  // Of a thousand lines only those are touched that were marked before, or that are new.
  all('a.row:not([tabindex="-1"]), a.row[aria-current]', rows).forEach((row) => {
    row.tabIndex = -1;
    row.removeAttribute("aria-current");
  });
  const reached = current || one("a.row", rows);
  if (reached) { reached.tabIndex = 0; }
  if (current) { current.setAttribute("aria-current", "true"); current.scrollIntoView({ block: "nearest" }); }
}

function markUnsent() {
  const found = unsent();
  all("a.row", rows).forEach((row) => {
    const has = found.has(row.dataset.item);
    if (has !== row.classList.contains("unsent")) { row.classList.toggle("unsent", has); row.title = has ? body.unsent : ""; }
  });
}

async function relist() {
  if (searching) { searching.abort(); }
  searching = new AbortController();
  const fields = here();
  try {
    rows.innerHTML = (await ask("/list?" + fields, { signal: searching.signal })).html;
    mark(shownItem());
    markUnsent();
    address(fields, true);
  } catch (error) { failed(error); }
}

function address(fields, replaces) {
  history[replaces ? "replaceState" : "pushState"](null, "", "/?" + fields);
  all("a[hreflang]").forEach((link) => { link.href = "/?" + new URLSearchParams([...fields, ["lang", link.hreflang]]); });
  one('input[name="item"]', filter).value = fields.get("item");
}

function step(by, wanted) {
  const list = all("a.row", rows);
  for (let next = list.indexOf(rowOf(shownItem())) + by; next >= 0 && next < list.length; next += by) {
    if (!wanted || OPEN.has(list[next].dataset.state)) { open(list[next].dataset.item); return; }
  }
  say(body.end, "news");
}

/* ---- the line that is open ---- */

async function open(name, stays) {
  const mine = asked += 1, fields = here();
  fields.set("item", name);
  try {
    const data = await ask("/item?" + fields);
    if (mine !== asked) { return; }
    show(data.html);
    if (!stays) { address(fields, false); say(""); }
  } catch (error) { failed(error); }
}

function show(html) {
  item.innerHTML = html;
  settle();
  const cards = all("section.card", item), first = cards.findIndex((found) => OPEN.has(found.dataset.state));
  choose(cards.length ? Math.max(first, 0) + 1 : 0, false);
}

/* Puts a line that was just opened in order: its place in the list, its words that were not sent. */
function settle() {
  mark(shownItem());
  all("textarea[data-kept]", item).forEach((area) => { if (restore(area)) { keep(area); hint(area, body.kept); } });
  markUnsent();
}

function cardOf(number) { return one('section.card[data-card="' + number + '"]', item); }

function choose(number, focuses) {
  const chosen = cardOf(number);
  if (!chosen && number) { return; }
  card = number;
  all("section.card", item).forEach((found) => found.classList.toggle("current", found === chosen));
  all("mark[data-cards]", item).forEach((found) => found.classList.toggle("on", found.dataset.cards.split(" ").includes(String(number))));
  if (chosen && focuses) { chosen.focus({ preventScroll: true }); chosen.scrollIntoView({ block: "nearest" }); }
}

function formNow() { return one("form", cardOf(card) || document.createElement("p")); }

function press(name) {
  const form = formNow(), button = form && one('button[data-do="' + name + '"]', form);
  if (button) { form.requestSubmit(button); }
  return Boolean(button);
}

function write(mode, form) {
  const where = form || formNow() || one("form.whole", item), area = where && one("textarea", where);
  if (!area || !one('button[data-do="' + mode + '"]', where)) { return; }
  where.dataset.mode = mode;
  if (mode === "wording" && !area.value && where.dataset.plain) { area.value = where.dataset.plain; }
  hint(area, body["mode" + mode.split("_").map((part) => part[0].toUpperCase() + part.slice(1)).join("")]);
  area.focus();
}

function chooseClause(form) {
  const field = form && one('input[name="to"]', form);
  if (field) { field.focus(); }
}

/* ---- deciding ---- */

/* Returns the field whose words go with a decision: a wording or a reason that is being written is no reason for a verdict. */
function sentWith(form, button) {
  const area = one("textarea", form), verdict = /^(confirm|reject|relation|accept)/.test(button ? button.value : "");
  const meant = ["wording", "not_applicable", "decline"].includes(form.dataset.mode) || (area && area.value === form.dataset.plain);
  return verdict && meant ? null : area;
}

async function send(form, button) {
  if (busy) { return; }
  const fields = new URLSearchParams(new FormData(form)), area = sentWith(form, button), now = here(), turn = asked;
  if (button && button.name) { fields.set(button.name, button.value); }
  if (!area) { fields.delete("text"); }
  fields.set("item", fields.get("item") || now.get("item"));
  fields.set("show", now.get("show"));
  fields.set("q", now.get("q"));
  if (!fields.get("at")) { fields.set("at", at); }
  busy = true;
  try {
    const data = await ask(form.getAttribute("action"), { method: "POST", body: fields, headers: { Accept: "application/json" } });
    if (data.written && area) { forget(area); }
    renew(data);
    // Who has gone on to another line meanwhile stays there.
    if (turn === asked) { answered(data); } else { say(data.said, data.tone); }
  } catch (error) { failed(error); } finally { busy = false; }
}

function answered(data) {
  const moved = data.item !== shownItem(), before = card;
  show(data.html);
  if (moved) { address(here(), false); } else if (!data.written) { choose(before, false); }
  say(data.said, data.tone);
  if (cardOf(card)) { choose(card, true); } else { one("#item-name", item).focus(); }
}

function renew(data) {
  at = data.at;
  Object.entries(data.rows || {}).forEach(([name, html]) => {
    const row = rowOf(name);
    if (row && html === null) { row.parentNode.remove(); } else if (row) { row.parentNode.innerHTML = html; }
  });
  if (data.head) { one("#head").innerHTML = data.head; }
  if (data.undo) { one("#undo-place").innerHTML = data.undo; }
  Object.entries(data.counts || {}).forEach(([name, count]) => { one('[data-count="' + name + '"]').textContent = count; });
  mark(shownItem());
  markUnsent();
}

function isTyping() { const active = document.activeElement; return item.contains(active) && active.matches("textarea, input, select"); }

/* What others decide appears by itself; a line that somebody is writing on is left as it is, and told. */
async function listen() {
  if (document.hidden || busy) { return; }
  const fields = here();
  fields.set("at", at);
  try {
    const data = await ask("/news?" + fields);
    if (busy || !data.head) { return; }
    renew(data);
    if (data.touched && !isTyping()) { await open(shownItem(), true); }
    if (data.said) { say(data.said, "news"); }
  } catch (error) { /* The next try may succeed; deciding says so itself. */ }
}

/* ---- what happens in the page ---- */

const ACTIONS = {
  j: () => step(1), k: () => step(-1), g: () => step(1, true),
  l: () => choose(card + 1, true), h: () => { if (card > 1) { choose(card - 1, true); } },
  a: () => press("confirm") || press("accept"), r: () => press("reject") || write("decline"),
  n: () => write("note"), w: () => write("wording"), i: () => write("not_applicable"), m: () => write("note", one("form.whole", item)),
  o: () => chooseClause(one("form.other", cardOf(card) || document.createElement("p"))), c: () => chooseClause(one("form.add", item)),
  u: () => { const button = one("#undo button"); if (!button.disabled) { button.form.requestSubmit(button); } },
  "/": () => one("#search").focus(), "?": () => help.showModal()
};
["1", "2", "3", "4", "5"].forEach((digit) => {
  ACTIONS[digit] = () => {
    const button = one('button[aria-keyshortcuts="' + digit + '"]', cardOf(card) || item);
    if (button) { button.form.requestSubmit(button); }
  };
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-item]"), chosen = event.target.closest("section.card"), further = event.target.closest("[data-further]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    open(link.dataset.item).then(() => one("#item-name", item).focus());
  } else if (further) {
    one('form.add input[name="to"]', item).value = further.dataset.further;
    chooseClause(one("form.add", item));
  } else if (chosen) { choose(Number(chosen.dataset.card), false); }
});
document.addEventListener("focusin", (event) => {
  const chosen = event.target.closest("section.card");
  if (chosen && Number(chosen.dataset.card) !== card) { choose(Number(chosen.dataset.card), false); }
});
document.addEventListener("submit", (event) => {
  if ((event.target.getAttribute("method") || "").toLowerCase() !== "post") { return; }
  event.preventDefault();
  send(event.target, event.submitter);
});
document.addEventListener("input", (event) => {
  if (event.target.matches("textarea[data-kept]")) { keep(event.target); markUnsent(); }
});
filter.addEventListener("submit", (event) => { event.preventDefault(); relist(); });
filter.addEventListener("change", (event) => { if (event.target.matches("[type=radio]")) { relist(); } });
one("#search").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(relist, TYPING_ENDS); });
window.addEventListener("popstate", () => open(new URLSearchParams(location.search).get("item") || "", true));
document.addEventListener("visibilitychange", listen);
one("#single-keys").addEventListener("change", (event) => setSingleKeys(event.target.checked));
one("#help-open").addEventListener("click", ACTIONS["?"]);
listenToKeys(ACTIONS, () => one("#single-keys").checked && !help.open);

one("#single-keys").checked = singleKeys();
settle();
choose(cardOf(1) ? 1 : 0, false);
window.setInterval(listen, NEWS_EVERY);
all(".scripted").forEach((found) => { found.hidden = false; });
