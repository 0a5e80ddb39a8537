/* Keys: by the letter, and on other alphabets by its place on the keyboard. */

const FIELDS = "textarea, select, input:not([type=radio]):not([type=checkbox])";

/** Returns the name of a key: "a", "1", "/"; where the keyboard writes Cyrillic, that of the same place. */
function keyName(event) {
  if (/^[a-z0-9/?]$/i.test(event.key)) { return event.key.toLowerCase(); }
  if (/^Key[A-Z]$/.test(event.code)) { return event.code.slice(3).toLowerCase(); }
  if (/^(Digit|Numpad)[0-9]$/.test(event.code)) { return event.code.slice(-1); }
  if (event.code === "Slash") { return event.shiftKey ? "?" : "/"; }
  return event.key;
}

/* Ctrl+Enter saves what is being written as what it is meant as; Enter on a box must not press the first button of its form. */
function entered(event) {
  const target = event.target;
  if (target.matches("[type=checkbox]")) { event.preventDefault(); return; }
  if (!target.matches("textarea") || !(event.ctrlKey || event.metaKey)) { return; }
  event.preventDefault();
  const button = target.form.querySelector('button[data-do="' + (target.form.dataset.mode || "note") + '"]');
  if (button) { target.form.requestSubmit(button); }
}

function moved(event) {
  if (!event.target.matches("a.row")) { return; }
  const rows = Array.from(document.querySelectorAll("#rows a.row"));
  const next = rows[rows.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
  if (next) { event.preventDefault(); next.focus(); }
}

/** Calls the action of each key that is pressed outside a field; `isOn` says whether single keys act. */
export function listenToKeys(actions, isOn) {
  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (event.key === "Escape" && target.matches(FIELDS)) { target.blur(); return; }
    if (event.key === "Enter") { entered(event); return; }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { moved(event); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || target.matches(FIELDS) || !isOn()) { return; }
    const action = actions[keyName(event)];
    if (action) { event.preventDefault(); action(); }
  });
}
