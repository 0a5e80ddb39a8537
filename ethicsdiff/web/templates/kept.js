/* What a browser keeps: words that were not sent. They outlive a reload, a crash of the browser and a stopped server. */

const body = document.body.dataset;
const PREFIX = "ethicsdiff:" + body.store + ":" + body.form.slice(0, 12) + ":";
const SWITCH = "ethicsdiff:single-keys";

/* Storage may be forbidden; then a page works without it. */
function tried(action, otherwise) { try { return action(); } catch (error) { return otherwise; } }

function nameOf(area) { return PREFIX + area.dataset.kept; }

/** Keeps the words of a field with what they are meant as; the wording of the draft itself, unchanged, is nothing to keep. Returns whether it could. */
export function keep(area) {
  const words = area.value.trim(), plain = (area.form.dataset.plain || "").trim();
  return tried(() => {
    if (words && words !== plain) { localStorage.setItem(nameOf(area), (area.form.dataset.mode || "") + "|" + area.value); }
    else { localStorage.removeItem(nameOf(area)); }
    return true;
  }, false);
}

export function forget(area) { tried(() => localStorage.removeItem(nameOf(area))); }

/** Puts kept words back into a field that is empty. Returns whether the field now holds words that were not sent. */
export function restore(area) {
  const [mode, ...words] = (tried(() => localStorage.getItem(nameOf(area)), "") || "|").split("|");
  if (words.join("|") && !area.value) { area.value = words.join("|"); }
  if (mode) { area.form.dataset.mode = mode; }
  return Boolean(area.value);
}

/** Returns the lines of the list that have words not sent. */
export function unsent() {
  const names = tried(() => Object.keys(localStorage), []);
  return new Set(names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length).split("#")[0]));
}

export function singleKeys() { return tried(() => localStorage.getItem(SWITCH), "on") !== "off"; }

export function setSingleKeys(on) { tried(() => localStorage.setItem(SWITCH, on ? "on" : "off")); }
