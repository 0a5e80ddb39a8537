(function () {
  "use strict";
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); };
  var one = function (id) { return document.getElementById(id); };
  var form, provisions, clauses;

  function start() {
    all(".scripted").forEach(function (element) { element.hidden = false; });
    if (one("print-page")) { one("print-page").addEventListener("click", function () { window.print(); }); }
    all(".languages button").forEach(function (button) {
      button.addEventListener("click", function () { speak(button.dataset.language); });
    });
    form = one("filter");
    provisions = all("article.provision").map(function (element) {
      return { element: element, text: element.textContent.toLocaleLowerCase(), findings: all(".finding", element) };
    });
    clauses = all("tr.clause").map(function (element) {
      return { element: element, text: element.textContent.toLocaleLowerCase() };
    });
    if (!form) { return; }
    form.addEventListener("input", refresh);
    form.addEventListener("change", refresh);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { window.setTimeout(refresh, 0); });
    refresh();
  }

  function wish() {
    return {
      standard: one("filter-standard").value,
      relation: one("filter-relation").value,
      gaps: one("filter-gaps").checked,
      text: one("filter-text").value.trim().toLocaleLowerCase()
    };
  }

  function fits(data, want) {
    var relation = want.relation === "aligned" ? "" : want.relation;
    return (!want.standard || data.standard === want.standard) && (!relation || data.tone === relation);
  }

  function keepsProvision(item, want) {
    var shown = 0;
    item.findings.forEach(function (finding) {
      finding.hidden = !fits(finding.dataset, want);
      shown += finding.hidden ? 0 : 1;
    });
    if (want.gaps || item.text.indexOf(want.text) < 0) { return false; }
    if (want.relation === "unaligned") { return item.findings.length === 0; }
    return shown > 0 || (!want.standard && !want.relation);
  }

  function keepsClause(item, want) {
    var data = item.element.dataset;
    var answered = data.answers !== "0";
    if (want.gaps && data.tone !== "gap") { return false; }
    if (want.standard && data.standard !== want.standard) { return false; }
    if (item.text.indexOf(want.text) < 0) { return false; }
    if (want.relation === "aligned") { return answered; }
    if (want.relation === "unaligned") { return !answered; }
    return !want.relation || data.tone === want.relation;
  }

  function apply(items, keeps, want, counter) {
    var shown = 0;
    items.forEach(function (item) {
      item.element.hidden = !keeps(item, want);
      shown += item.element.hidden ? 0 : 1;
    });
    one(counter).textContent = shown + " / " + items.length;
  }

  function hideEmpty() {
    all("section.chapter, table.clauses tbody").forEach(function (box) {
      box.hidden = !all("article.provision, tr.clause", box).some(function (element) { return !element.hidden; });
    });
  }

  function refresh() {
    var want = wish();
    apply(provisions, keepsProvision, want, "count-provisions");
    apply(clauses, keepsClause, want, "count-clauses");
    hideEmpty();
  }

  function reveal() {
    var target = one(decodeURIComponent(location.hash.slice(1)));
    if (form && target && target.closest("[hidden]")) {
      form.reset();
      refresh();
      target.scrollIntoView();
    }
  }

  /* The pages of the other languages lie in templates; the one that was shown takes the place of the one that comes. */
  function speak(language) {
    var next = document.querySelector('template[data-language="' + language + '"]');
    if (!next) { return; }
    var kept = document.createElement("template");
    kept.dataset.language = document.documentElement.lang;
    kept.dataset.title = document.title;
    var page = one("page");
    page.replaceWith(document.importNode(next.content, true));
    kept.content.appendChild(page);
    next.replaceWith(kept);
    document.documentElement.lang = language;
    document.title = next.dataset.title;
    start();
    one("page").querySelector('.languages button[aria-pressed="true"]').focus();
    var target = one(decodeURIComponent(location.hash.slice(1)));
    if (target) { target.scrollIntoView(); }
  }

  window.addEventListener("beforeprint", function () {
    all("details:not([open])").forEach(function (element) { element.open = true; element.dataset.closed = "1"; });
  });
  window.addEventListener("afterprint", function () {
    all("details[data-closed]").forEach(function (element) { element.open = false; delete element.dataset.closed; });
  });
  window.addEventListener("hashchange", reveal);
  start();
}());
