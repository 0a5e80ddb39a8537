(function () {
  "use strict";
  var body = document.body.dataset;
  var one = function (selector, root) { return (root || document).querySelector(selector); };
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); };
  var item = one("#item"), rows = one("#rows"), filter = one("#filter"), status = one("#status"), help = one("#help");
  var PREFIX = "ethicsdiff:" + body.store + ":" + body.form.slice(0, 12) + ":";
  var SWITCH = "ethicsdiff:single-keys";
  var OPEN = { open: 1, recheck: 1, conflict: 1 };
  var at = body.at, busy = false, asked = 0, card = 0, searching = null;

  /* ---- what a browser keeps: words that were not sent ---- */

  function kept(name) { try { return localStorage.getItem(PREFIX + name) || ""; } catch (error) { return ""; } }

  function keep(area) {
    try {
      if (area.value.trim()) { localStorage.setItem(PREFIX + area.dataset.kept, area.value); }
      else { localStorage.removeItem(PREFIX + area.dataset.kept); }
    } catch (error) { say(String(error), "bad"); }
    markUnsent();
  }

  function forget(area) {
    try { localStorage.removeItem(PREFIX + area.dataset.kept); } catch (error) { /* nothing was kept */ }
    markUnsent();
  }

  function restore() {
    all("textarea[data-kept]", item).forEach(function (area) {
      var words = kept(area.dataset.kept);
      if (words && !area.value) { area.value = words; }
      if (area.value) { keep(area); hint(area, body.kept); }
    });
  }

  function unsentItems() {
    var found = {}, number, key;
    try {
      for (number = 0; number < localStorage.length; number += 1) {
        key = localStorage.key(number);
        if (key.indexOf(PREFIX) === 0) { found[key.slice(PREFIX.length).split("#")[0]] = 1; }
      }
    } catch (error) { return found; }
    return found;
  }

  function markUnsent() {
    var found = unsentItems();
    all(".unsent", rows).forEach(function (row) { if (!found[row.dataset.item]) { row.classList.remove("unsent"); row.removeAttribute("title"); } });
    Object.keys(found).forEach(function (name) {
      var row = rowOf(name);
      if (row) { row.classList.add("unsent"); row.title = body.unsent; }
    });
  }

  function hint(area, words) {
    var place = one("[data-hint]", area.form);
    if (place) { place.textContent = words; place.hidden = !words; }
  }

  /* ---- speaking ---- */

  function say(words, tone) {
    status.className = "status" + (words ? " m-" + (tone || "good") : "");
    status.textContent = words || "";
  }

  /* ---- asking the server ---- */

  function here() {
    var data = new FormData(filter), fields = new URLSearchParams();
    fields.set("item", shownItem());
    fields.set("show", data.get("show") || "");
    fields.set("q", data.get("q") || "");
    return fields;
  }

  function shownItem() { var found = one("article.item", item); return found ? found.dataset.item : ""; }

  function ask(address, options) {
    return fetch(address, options).then(function (answer) {
      var type = answer.headers.get("content-type") || "";
      if (type.indexOf("json") < 0) { throw new Error("refused " + answer.status); }
      return answer.json();
    });
  }

  function failed(error) {
    var number = /^refused (\d+)$/.exec(error.message);
    var words = { 401: body.door, 403: body.door, 413: body.long }[number ? number[1] : ""];
    say(words || body.offline, "bad");
  }

  /* ---- the list ---- */

  function rowOf(name) { return one('a.row[data-item="' + CSS.escape(name) + '"]', rows); }

  function mark(name) {
    all("a.row", rows).forEach(function (row) {
      var is = row.dataset.item === name;
      row.tabIndex = is ? 0 : -1;
      if (is) { row.setAttribute("aria-current", "true"); } else { row.removeAttribute("aria-current"); }
    });
    var current = rowOf(name) || one("a.row", rows);
    if (current) { current.tabIndex = 0; }
    if (rowOf(name)) { rowOf(name).scrollIntoView({ block: "nearest" }); }
  }

  function relist() {
    if (searching) { searching.abort(); }
    searching = new AbortController();
    var fields = here();
    ask("/list?" + fields, { signal: searching.signal }).then(function (data) {
      rows.innerHTML = data.html;
      mark(shownItem());
      markUnsent();
      address(fields, true);
    }).catch(function (error) { if (error.name !== "AbortError") { failed(error); } });
  }

  function address(fields, replaces) {
    history[replaces ? "replaceState" : "pushState"](null, "", "/?" + fields);
    all('nav[aria-label] a[hreflang]').forEach(function (link) {
      var own = new URLSearchParams(fields);
      own.set("lang", link.getAttribute("hreflang"));
      link.href = "/?" + own;
    });
    one('input[name="item"]', filter).value = fields.get("item");
  }

  function step(by, wanted) {
    var list = all("a.row", rows), place = list.indexOf(rowOf(shownItem())), next;
    for (next = place + by; next >= 0 && next < list.length; next += by) {
      if (!wanted || OPEN[list[next].dataset.state]) { open(list[next].dataset.item); return; }
    }
    say(body.end, "news");
  }

  /* ---- the line that is open ---- */

  function open(name, stays) {
    var mine = asked += 1, fields = here();
    fields.set("item", name);
    return ask("/item?" + fields).then(function (data) {
      if (mine !== asked) { return; }
      show(data.html);
      if (!stays) { address(fields, false); say(""); }
    }).catch(failed);
  }

  function show(html) {
    item.innerHTML = html;
    mark(shownItem());
    restore();
    var cards = all("section.card", item);
    var first = cards.findIndex(function (found) { return OPEN[found.dataset.state]; });
    choose(cards.length ? Math.max(first, 0) + 1 : 0, false);
  }

  function cardOf(number) { return one('section.card[data-card="' + number + '"]', item); }

  function choose(number, focuses) {
    var chosen = cardOf(number);
    if (!chosen && number) { return; }
    card = number;
    all("section.card", item).forEach(function (found) { found.classList.toggle("current", found === chosen); });
    all("mark[data-cards]", item).forEach(function (found) {
      found.classList.toggle("on", found.dataset.cards.split(" ").indexOf(String(number)) >= 0);
    });
    if (chosen && focuses) { chosen.focus({ preventScroll: true }); chosen.scrollIntoView({ block: "nearest" }); }
  }

  function formNow() { var chosen = cardOf(card); return chosen ? one("form", chosen) : null; }

  function press(name) {
    var form = formNow(), button = form ? one('button[data-do="' + name + '"]', form) : null;
    if (button) { form.requestSubmit(button); }
    return Boolean(button);
  }

  function write(mode, form) {
    var where = form || formNow() || one("form.whole", item);
    var area = where ? one("textarea", where) : null;
    if (!area || !one('button[data-do="' + mode + '"]', where)) { return; }
    where.dataset.mode = mode;
    if (mode === "wording" && !area.value && where.dataset.plain) { area.value = where.dataset.plain; keep(area); }
    hint(area, body["mode" + mode.split("_").map(function (part) { return part[0].toUpperCase() + part.slice(1); }).join("")]);
    area.focus();
  }

  /* ---- deciding ---- */

  function send(form, button) {
    if (busy) { return; }
    var fields = new URLSearchParams(new FormData(form)), area = one("textarea", form);
    if (button && button.name) { fields.set(button.name, button.value); }
    var now = here();
    ["item", "show", "q"].forEach(function (name) { fields.set(name, name === "item" ? fields.get("item") || now.get("item") : now.get(name)); });
    if (!fields.get("at")) { fields.set("at", at); }
    busy = true;
    ask(form.getAttribute("action"), { method: "POST", body: fields, headers: { Accept: "application/json" } }).then(function (data) {
      busy = false;
      answered(data, area);
    }).catch(function (error) { busy = false; failed(error); });
  }

  function answered(data, area) {
    if (data.written && area) { forget(area); }
    var moved = data.item !== shownItem(), before = card;
    renew(data);
    show(data.html);
    if (moved) { var fields = here(); fields.set("item", data.item); address(fields, false); }
    else if (!data.written) { choose(before, false); }
    say(data.said, data.tone);
    var chosen = cardOf(card);
    if (chosen) { choose(card, true); } else { one("#item-name", item).focus(); }
  }

  function renew(data) {
    at = data.at;
    Object.keys(data.rows || {}).forEach(function (name) {
      var row = rowOf(name);
      if (!row) { return; }
      if (data.rows[name] === null) { row.parentNode.remove(); } else { row.parentNode.innerHTML = data.rows[name]; }
    });
    if (data.head) { one("#head").innerHTML = data.head; }
    if (data.undo) { one("#undo-place").innerHTML = data.undo; }
    Object.keys(data.counts || {}).forEach(function (name) {
      var place = one('[data-count="' + name + '"]');
      if (place) { place.textContent = data.counts[name]; }
    });
    markUnsent();
  }

  function isTyping() { var active = document.activeElement; return Boolean(active && item.contains(active) && active.matches("textarea, input, select")); }

  function listen() {
    if (document.hidden || busy) { return; }
    var fields = here();
    fields.set("at", at);
    ask("/news?" + fields).then(function (data) {
      if (data.at === at && !data.head) { return; }
      if (busy) { return; }
      renew(data);
      if (data.said) { say(data.said, "news"); }
      if (data.touched && !isTyping()) { open(shownItem(), true).then(function () { say(data.said, "news"); }); }
    }).catch(function () { /* the next try may succeed; deciding says so itself */ });
  }

  /* ---- keys: by the letter, and on other alphabets by its place on the keyboard ---- */

  function keyName(event) {
    if (/^[a-z0-9/?]$/i.test(event.key)) { return event.key.toLowerCase(); }
    if (/^Key[A-Z]$/.test(event.code)) { return event.code.slice(3).toLowerCase(); }
    if (/^(Digit|Numpad)[0-9]$/.test(event.code)) { return event.code.slice(-1); }
    if (event.code === "Slash") { return event.shiftKey ? "?" : "/"; }
    return event.key;
  }

  function choosesClause(name) {
    var place = name === "other" ? one("form.other", cardOf(card) || item) : one("form.add", item);
    var field = place ? one('input[name="to"]', place) : null;
    if (field) { field.focus(); }
  }

  var KEYS = {
    j: function () { step(1); }, k: function () { step(-1); }, g: function () { step(1, true); },
    l: function () { choose(card + 1, true); }, h: function () { if (card > 1) { choose(card - 1, true); } },
    a: function () { if (!press("confirm")) { press("accept"); } },
    r: function () { if (!press("reject")) { write("decline"); } },
    n: function () { write("note"); }, w: function () { write("wording"); }, i: function () { write("not_applicable"); },
    m: function () { write("note", one("form.whole", item)); },
    o: function () { choosesClause("other"); }, c: function () { choosesClause("add"); },
    u: function () { var form = one("#undo"), button = one("button", form); if (!button.disabled) { form.requestSubmit(button); } },
    "/": function () { one("#search").focus(); },
    "?": function () { if (help.showModal) { help.showModal(); } }
  };

  function relation(number) {
    var buttons = all('button[data-do^="relation:"]', formNow() || item);
    if (formNow() && buttons[number - 1]) { formNow().requestSubmit(buttons[number - 1]); }
  }

  function typed(event) {
    var target = event.target;
    if (event.key === "Escape" && target.matches("textarea, input, select")) { target.blur(); return; }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && target.matches("textarea")) {
      event.preventDefault();
      var button = one('button[data-do="' + (target.form.dataset.mode || "note") + '"]', target.form);
      if (button) { target.form.requestSubmit(button); }
      return;
    }
    if (event.key === "Enter" && target.matches("[type=checkbox]")) { event.preventDefault(); return; }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { arrow(event); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) { return; }
    if (target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])") || !one("#single-keys").checked) { return; }
    var name = keyName(event);
    if (/^[1-5]$/.test(name)) { event.preventDefault(); relation(Number(name)); return; }
    if (KEYS[name]) { event.preventDefault(); KEYS[name](); }
  }

  function arrow(event) {
    if (!event.target.matches("a.row")) { return; }
    var list = all("a.row", rows), next = list[list.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) { event.preventDefault(); next.focus(); }
  }

  /* ---- what happens in the page ---- */

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-item]"), chosen = event.target.closest("section.card"), further = event.target.closest("[data-further]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      open(link.dataset.item).then(function () { var name = one("#item-name", item); if (name) { name.focus(); } });
    } else if (further) {
      var field = one('form.add input[name="to"]', item);
      field.value = further.dataset.further;
      field.focus();
    } else if (chosen) { choose(Number(chosen.dataset.card), false); }
  });
  document.addEventListener("focusin", function (event) {
    var chosen = event.target.closest && event.target.closest("section.card");
    if (chosen && Number(chosen.dataset.card) !== card) { choose(Number(chosen.dataset.card), false); }
  });
  document.addEventListener("submit", function (event) {
    if ((event.target.getAttribute("method") || "").toLowerCase() !== "post") { return; }
    event.preventDefault();
    send(event.target, event.submitter);
  });
  document.addEventListener("input", function (event) {
    if (event.target.matches("textarea[data-kept]")) { keep(event.target); }
  });
  document.addEventListener("keydown", typed);

  var waiting = 0;
  filter.addEventListener("submit", function (event) { event.preventDefault(); relist(); });
  filter.addEventListener("change", function (event) { if (event.target.matches("[type=radio]")) { relist(); } });
  one("#search").addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(relist, 150); });
  window.addEventListener("popstate", function () { open(new URLSearchParams(location.search).get("item") || "", true); });

  one("#help-open").addEventListener("click", KEYS["?"]);
  all(".scripted").forEach(function (found) { found.hidden = false; });
  try { one("#single-keys").checked = localStorage.getItem(SWITCH) !== "off"; } catch (error) { /* the switch stays on */ }
  one("#single-keys").addEventListener("change", function (event) {
    try { localStorage.setItem(SWITCH, event.target.checked ? "on" : "off"); } catch (error) { /* for this page only */ }
  });

  restore();
  markUnsent();
  mark(shownItem());
  choose(cardOf(1) ? 1 : 0, false);
  window.setInterval(listen, 4000);
  document.addEventListener("visibilitychange", listen);
}());
