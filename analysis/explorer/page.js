"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const byId = new Map(data.claims.map((c) => [c.id, c]));
  const articles = new Map(data.articles.map((a) => [a.id, a]));
  const words = (text) => (text || "").replaceAll("_", " ");
  const number = (n) => (n === null ? "" : n.toLocaleString("en-GB", { maximumFractionDigits: 2 }));
  const STEP = 200, ROWS_DRAWN = 1500, TEXTS = 20, SVG = "http://www.w3.org/2000/svg";
  const state = { shown: STEP, events: STEP, sort: "day", down: false, chosen: null, only: null };

  function range(x) {
    const told = (n) => (x.unit === "share" ? Number((n * 100).toPrecision(3)) + "%" : number(n));
    if (x.low === null && x.high === null) return "no number";
    if (x.low === null) return "up to " + told(x.high);
    if (x.high === null) return told(x.low) + " or more";
    return x.low === x.high ? told(x.low) : told(x.low) + " to " + told(x.high);
  }
  const unit = (x) => (x.unit === "people" || x.unit === "share" || (x.low === null && x.high === null) ? "" : " " + x.unit.replace("km2", "km²"));
  const period = (x) => x.when || "day unknown";
  const who = (x) => x.who || "land";
  const measure = (x) => data.measures[x.measure] || words(x.measure);
  function make(tag, text, attributes) {
    const node = document.createElement(tag);
    if (text !== undefined && text !== null) node.textContent = text;
    for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
    return node;
  }

  // Filters
  const FILTERS = ["article", "measure", "group", "speaker", "place"];
  const values = {
    article: (c) => [c.article], measure: (c) => [c.measure], group: (c) => [c.group || "land"], speaker: (c) => c.speaker.split(";"), place: (c) => (c.place ? [c.place] : []),
  };
  const shown = { article: (v) => (articles.get(v).title || v), group: (v) => data.names[v] || v, speaker: (v) => data.speakers[v] || words(v), measure: (v) => data.measures[v] || words(v) };
  for (const name of FILTERS) {
    const counts = new Map();
    for (const claim of data.claims) for (const value of values[name](claim)) counts.set(value, (counts.get(value) || 0) + 1);
    at(name).append(make("option", "all", { value: "" }));
    const sorted = [...counts].sort((a, b) => (name === "article" ? 0 : b[1] - a[1]));
    for (const [value, count] of sorted) at(name).append(make("option", (shown[name] ? shown[name](value) : words(value)).slice(0, 70) + " (" + count + ")", { value }));
  }
  for (const claim of data.claims) claim.text = [claim.sentence, claim.place, data.names[claim.group], data.speakers[claim.speaker] || claim.speaker, measure(claim), who(claim), articles.get(claim.article).title].join(" ").toLowerCase();
  const sought = () => at("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  function kept() {
    const terms = sought();
    const first = at("from").value, last = at("to").value;
    return data.claims.filter((c) =>
      FILTERS.every((name) => !at(name).value || values[name](c).includes(at(name).value)) &&
      (!first || (c.to && c.to >= first)) && (!last || (c.to && (c.from || c.to) <= last)) &&
      (!state.only || state.only.has(c.id)) && terms.every((t) => c.text.includes(t)));
  }

  // Tables
  const COLUMNS = [
    ["words", "Words", (c) => c.evidence], ["number", "Range", (c) => c.low ?? c.high ?? -1], ["measure", "Measure", (c) => c.measure], ["group", "Who", who],
    ["speaker", "Said by", (c) => c.speaker], ["day", "Period", (c) => c.to || "9999"], ["place", "Place", (c) => c.place || ""], ["sentence", "Sentence", (c) => c.sentence],
  ];
  const head = make("tr");
  for (const [key, label] of COLUMNS) {
    const cell = make("th", null, { scope: "col", class: key === "sentence" ? "wordy" : "" });
    const button = make("button", label, { type: "button" });
    button.addEventListener("click", () => { state.down = state.sort === key ? !state.down : false; state.sort = key; draw(); });
    cell.append(button); cell.dataset.key = key; head.append(cell);
  }
  at("claims").tHead.append(head);
  function row(c) {
    const line = make("tr", null, { "data-id": c.id });
    const open = make("button", c.evidence, { type: "button", "aria-label": "Open “" + c.evidence + "”, " + measure(c) + ", in its article" });
    open.addEventListener("click", () => choose(c.id, true));
    const first = make("td"); first.append(open); line.append(first);
    const cells = [[range(c) + unit(c), "number"], [measure(c)], [who(c)], [c.speaker.split(";").map((s) => data.speakers[s] || words(s)).join("; ")], [period(c), "day"], [c.place || ""], [c.sentence.length > 140 ? c.sentence.slice(0, 140) + "…" : c.sentence, "wordy"]];
    for (const [text, name] of cells) line.append(make("td", text, name ? { class: name } : {}));
    line.addEventListener("click", (e) => { if (e.target.tagName !== "BUTTON") choose(c.id, false); });
    if (state.chosen === c.id) line.setAttribute("aria-current", "true");
    return line;
  }
  function drawTable(claims) {
    const key = COLUMNS.find((c) => c[0] === state.sort)[2], sign = state.down ? -1 : 1;
    const sorted = [...claims].sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
    at("claims").tBodies[0].replaceChildren(...sorted.slice(0, state.shown).map(row));
    for (const cell of head.children) cell.setAttribute("aria-sort", cell.dataset.key !== state.sort ? "none" : state.down ? "descending" : "ascending");
    at("more").hidden = sorted.length <= state.shown;
    at("more").textContent = "Show more rows (" + (sorted.length - state.shown) + " left)";
  }
  const EVENT_COLUMNS = ["What", "Range", "When", "Where", "Sources", "Contested", "Attribution"];
  const eventHead = make("tr");
  for (const label of EVENT_COLUMNS) eventHead.append(make("th", label, { scope: "col", style: "padding:.3rem .5rem" }));
  at("events").tHead.append(eventHead);
  function drawEvents(claims) {
    const ids = new Set(claims.map((c) => c.id));
    const events = data.events.filter((e) => e.claims.some((id) => ids.has(id)));
    at("events").tBodies[0].replaceChildren(...events.slice(0, state.events).map((e) => {
      const line = make("tr"), first = make("td");
      const button = make("button", measure(e) + ": " + who(e), { type: "button", "aria-label": "Show the claims of this event: " + measure(e) + ", " + who(e) + ", " + (e.place || "no place") + ", " + period(e) });
      button.addEventListener("click", () => { state.only = new Set(e.claims); draw(); at("claims-heading").focus(); });
      first.append(button); line.append(first, make("td", range(e) + (e.unit === "families" ? " families" : ""), { class: "number" }));
      for (const text of [period(e), e.place || "", String(e.sources), e.contested ? "yes" : "no", words(e.attribution) + (e.by ? ": " + e.by.split(";").map((p) => data.actors[p] || words(p)).join(", ") : "")]) line.append(make("td", text));
      return line;
    }));
    at("more-events").hidden = events.length <= state.events;
    return events.length;
  }

  // Chart
  const day = (text) => Date.parse(text + "T00:00:00Z") / 864e5;
  function svg(tag, attributes, text) {
    const node = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    if (text !== undefined) node.textContent = text;
    return node;
  }
  function drawChart(claims) {
    const dated = claims.filter((c) => c.to && c.unit === "people" && (c.high ?? c.low) > 0), people = dated.slice(0, ROWS_DRAWN);
    const groups = Object.keys(data.names).filter((g) => people.some((c) => c.group === g));
    at("legend").replaceChildren(...groups.map((g) => { const item = make("li"), dot = make("i"); dot.style.background = "var(--" + g + ")"; item.append(dot, data.names[g]); return item; }));
    if (!people.length) { at("chart").replaceChildren(make("p", "No dated number of people among these claims.", { class: "note" })); return; }
    const box = { w: Math.max(340, at("chart").clientWidth || 900), h: 300, left: 62, right: 14, top: 16, bottom: 30 };
    const ends = people.flatMap((c) => [day(c.from || c.to), day(c.to)]).sort((a, b) => a - b);
    const early = ends[Math.floor(ends.length * 0.02)], spread = Math.max(20, ends[ends.length - 1] - early);
    const t0 = Math.max(ends[0], early - spread * 0.1) - 3, t1 = ends[ends.length - 1] + 3;
    const top = Math.max(...people.map((c) => c.high ?? c.low)) * 1.25, log = at("log").checked;
    const x = (t) => box.left + ((Math.max(t, t0) - t0) / (t1 - t0)) * (box.w - box.left - box.right);
    const scaled = (n) => (log ? Math.log10(Math.max(1, n)) / Math.log10(Math.max(10, top)) : n / top);
    const y = (n) => box.h - box.bottom - scaled(n) * (box.h - box.top - box.bottom);
    const root = svg("svg", { viewBox: "0 0 " + box.w + " " + box.h, role: "img", "aria-label": people.length + " statements about people from " + new Date(t0 * 864e5).toISOString().slice(0, 10) + " to " + new Date(t1 * 864e5).toISOString().slice(0, 10) + "; the same as the table below" });
    const ticks = log ? [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7].filter((n) => n <= top) : [0, 0.25, 0.5, 0.75, 1].map((f) => Math.round(f * top));
    for (const n of ticks) { root.append(svg("line", { class: "grid", x1: box.left, x2: box.w - box.right, y1: y(n), y2: y(n) }), svg("text", { x: box.left - 6, y: y(n) + 4, "text-anchor": "end" }, number(n))); }
    const first = new Date(t0 * 864e5), months = Math.max(1, Math.ceil((t1 - t0) / 30.4 / Math.max(2, Math.floor((box.w - box.left) / 90))));
    const step = months > 6 ? 12 * Math.ceil(months / 12) : months, start = step < 12 ? first.getUTCMonth() + 1 : 12;
    for (let m = start; ; m += step) {
      const when = new Date(Date.UTC(first.getUTCFullYear(), m, 1)), t = when.getTime() / 864e5;
      if (t > t1) break;
      root.append(svg("line", { class: "grid", x1: x(t), x2: x(t), y1: box.h - box.bottom, y2: box.h - box.bottom + 4 }));
      root.append(svg("text", { x: x(t), y: box.h - 8, "text-anchor": x(t) > box.w - 40 ? "end" : "middle" }, when.toLocaleDateString("en-GB", { month: step < 12 ? "short" : undefined, year: "numeric", timeZone: "UTC" })));
    }
    for (const c of people) {
      const colour = "var(--" + (c.group || "land") + ")", from = x(day(c.from || c.to)), to = x(day(c.to)), n = c.high ?? c.low;
      const mark = svg("g", { class: "mark", stroke: colour, fill: colour });
      mark.append(svg("title", {}, c.evidence + ": " + measure(c) + ", " + who(c) + ", " + period(c) + ", " + (data.speakers[c.speaker] || c.speaker)));
      const base = c.vague ? c.high ?? c.low : n;
      if (c.vague && c.low !== null && c.high !== null) mark.append(svg("line", { x1: to, x2: to, y1: y(c.low), y2: y(c.high), "stroke-width": 6, opacity: 0.3 }));
      else if (c.low !== null && c.high !== null && c.low !== c.high) mark.append(svg("line", { x1: to, x2: to, y1: y(c.low), y2: y(c.high), "stroke-width": 2 }));
      if (to - from > 3) mark.append(svg("line", { x1: from, x2: to, y1: y(base), y2: y(base), "stroke-width": 2, opacity: 0.55 }));
      const open = c.high === null || c.low === null;
      if (!c.vague || open) mark.append(svg("circle", { cx: to, cy: y(base), r: c.id === state.chosen ? 7 : 4, opacity: c.vague ? 0.4 : 1 }));
      if (c.high === null) mark.append(svg("path", { d: "M" + to + " " + y(base) + "v-14m-4 4l4-4l4 4", fill: "none", "stroke-width": 1.5 }));
      if (c.low === null) mark.append(svg("path", { d: "M" + to + " " + y(base) + "v14m-4-4l4 4l4-4", fill: "none", "stroke-width": 1.5 }));
      mark.addEventListener("click", () => choose(c.id, true));
      root.append(mark);
    }
    const before = people.filter((c) => day(c.to) < t0).length, notes = [];
    if (dated.length > people.length) notes.push("The chart draws the first " + number(people.length) + " of " + number(dated.length) + " dated numbers of people; choose fewer claims to see the others.");
    if (before) notes.push(number(before) + " of an earlier time stand at the left edge.");
    at("chart").replaceChildren(root, ...(notes.length ? [make("p", notes.join(" "), { class: "note" })] : []));
  }

  // The article
  function tree(c) {
    const whole = c.part ? byId.get(c.part) : null;
    return { whole, parts: data.claims.filter((o) => o.part === c.id), again: data.claims.filter((o) => o.same === c.id || (c.same && (o.id === c.same || (o.same === c.same && o.id !== c.id)))) };
  }
  function link(c) {
    const item = make("a", c.evidence + " " + who(c), { href: "#" + encodeURIComponent(c.id) });
    item.addEventListener("click", (e) => { e.preventDefault(); choose(c.id, true); });
    return item;
  }
  function choose(id, move) {
    const c = byId.get(id);
    if (!c) return;
    history.replaceState(null, "", "#" + encodeURIComponent(id));
    const near = tree(c), linked = new Set([near.whole, ...near.parts].filter(Boolean).map((o) => o.id));
    const about = [make("p", measure(c) + ": " + c.evidence + " (" + range(c) + unit(c) + "), " + who(c))];
    about.push(make("p", "Said by " + c.speaker.split(";").map((s) => data.speakers[s] || words(s)).join(" and ") + ". About " + period(c) + (c.place ? ", " + c.place : "") + ". " + words(c.scope || "") + (c.by && c.by !== "unknown" ? "; blamed: " + c.by.split(";").map((p) => data.actors[p] || p).join(", ") : "") + "."));
    const list = (label, claims) => { if (claims.length) { const p = make("p", label); claims.forEach((o, i) => p.append(i ? ", " : " ", link(o))); about.push(p); } };
    list("Part of", near.whole ? [near.whole] : []); list("Broken down into", near.parts); list("Said again as", near.again);
    at("about").replaceChildren(...about);
    read(articles.get(c.article), id, linked, move);
  }
  function read(article, id, linked, move) {
    state.chosen = id;
    at("reader-heading").textContent = article.title || article.id;
    const nodes = [make("p", [article.outlet, article.published, article.id].filter(Boolean).join(" · "), { class: "note" })];
    let end = 0;
    for (const o of data.claims.filter((o) => o.article === article.id).sort((a, b) => a.start - b.start)) {
      if (o.start < end) continue;
      nodes.push(article.text.slice(end, o.start));
      const mark = make("mark", article.text.slice(o.start, o.end), { tabindex: "0", role: "button", title: measure(o) + ": " + range(o) + ", " + who(o) + "; " + (data.speakers[o.speaker] || words(o.speaker)) + "; " + period(o), "data-id": o.id });
      if (o.id === id) { mark.classList.add("chosen"); mark.setAttribute("aria-current", "true"); } else if (linked.has(o.id)) mark.classList.add("linked");
      mark.addEventListener("click", () => choose(o.id, true));
      mark.addEventListener("keydown", (e) => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); choose(o.id, true); } });
      nodes.push(mark); end = o.end;
    }
    nodes.push(article.text.slice(end));
    at("text").replaceChildren(...nodes);
    for (const line of at("claims").tBodies[0].rows) { if (line.dataset.id === id) line.setAttribute("aria-current", "true"); else line.removeAttribute("aria-current"); }
    const mark = id ? at("text").querySelector("mark.chosen") : at("reader-heading");
    if (mark) { mark.scrollIntoView({ block: "nearest" }); if (move) mark.focus({ preventScroll: true }); }
  }

  function drawTexts() {
    const terms = sought(), found = terms.length ? data.articles.filter((a) => terms.every((t) => (a.lower ??= ((a.title || "") + " " + a.text).toLowerCase()).includes(t))) : [];
    at("texts").hidden = !terms.length;
    at("texts-heading").textContent = found.length + (found.length === 1 ? " article holds" : " articles hold") + " these words" + (found.length > TEXTS ? ", the first " + TEXTS : "");
    at("texts-found").replaceChildren(...found.slice(0, TEXTS).map((a) => {
      const item = make("li"), button = make("button", a.title || a.id, { type: "button" });
      button.addEventListener("click", () => { at("about").replaceChildren(); read(a, null, new Set(), true); });
      item.append(button, " " + (a.published || ""));
      return item;
    }));
  }
  function draw() {
    const claims = kept();
    drawTexts();
    drawTable(claims); drawChart(claims);
    const events = drawEvents(claims);
    at("counts").textContent = number(claims.length) + " of " + number(data.claims.length) + " claims in " + number(new Set(claims.map((c) => c.article)).size) + " of " + number(data.articles.length) + " articles; " + number(events) + " rows of events" + (state.only ? "; only the claims of one event (Show all to go back)" : "");
  }
  let waiting = 0;
  at("filters").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => { state.shown = STEP; draw(); }, 60); });
  at("filters").addEventListener("reset", () => { state.only = null; setTimeout(draw, 0); });
  at("filters").addEventListener("submit", (e) => e.preventDefault());
  at("log").addEventListener("change", draw);
  at("more").addEventListener("click", () => { state.shown += STEP; draw(); });
  at("more-events").addEventListener("click", () => { state.events += STEP; draw(); });
  window.addEventListener("resize", () => drawChart(kept()));
  const fromAddress = () => { const id = new URLSearchParams("id=" + location.hash.slice(1).replaceAll("+", "%2B")).get("id"); if (id) choose(id, false); };
  window.addEventListener("hashchange", fromAddress);
  draw();
  fromAddress();
})();
