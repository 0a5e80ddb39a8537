"use strict";
(function () {
  var rows = Array.prototype.slice.call(document.querySelectorAll("#table tbody tr"));
  var buttons = Array.prototype.slice.call(document.querySelectorAll(".filters button"));
  var search = document.getElementById("search");
  var kind = "";
  function show() {
    var words = search.value.toLowerCase();
    rows.forEach(function (row) {
      row.hidden = (kind !== "" && row.dataset.kind !== kind) || row.textContent.toLowerCase().indexOf(words) < 0;
    });
    buttons.forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.kind === kind));
    });
  }
  buttons.forEach(function (button) {
    button.addEventListener("click", function () {
      kind = button.dataset.kind;
      show();
    });
  });
  search.addEventListener("input", show);
  document.querySelector(".filters").hidden = false;
  show();
})();
