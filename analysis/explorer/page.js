"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const byId = new Map(data.claims.map((c) => [c.id, c]));
  const articles = new Map(data.articles.map((a) => [a.id, a]));
  const words = (text) => (text || "").replaceAll("_", " ");
  const number = (n) => (n === null ? "" : n.toLocaleString("en-GB", { maximumFractionDigits: 2 }));
  const STEP = 200, TEXTS = 20;
  const state = { shown: STEP, events: STEP, sort: null, down: false, chosen: null, only: null };

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
  const shown = { article: (v) => articles.get(v).name, group: (v) => data.names[v] || v, speaker: (v) => data.speakers[v] || words(v), measure: (v) => data.measures[v] || words(v) };
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
    ["words", "Words", (c) => c.evidence.toLowerCase()], ["number", "Range", (c) => c.low ?? c.high], ["measure", "Measure", (c) => c.measure], ["group", "Who", who],
    ["speaker", "Said by", (c) => c.speaker], ["day", "Period", (c) => c.to], ["place", "Place", (c) => c.place], ["sentence", "Sentence", (c) => c.sentence],
  ];
  const head = make("tr");
  for (const [key, label] of COLUMNS) {
    const cell = make("th", null, { scope: "col", class: key === "sentence" ? "wordy" : key });
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
  // As the articles tell them, until a heading sorts; what has no number, day or place stands last in both directions.
  function ordered(claims) {
    const column = COLUMNS.find((c) => c[0] === state.sort), sign = state.down ? -1 : 1;
    if (!column) return claims;
    const keyed = claims.map((c) => [column[2](c), c]);
    return keyed.sort(([a], [b]) => ((a === null) - (b === null)) || (a === null ? 0 : sign * (a < b ? -1 : a > b ? 1 : 0))).map(([, c]) => c);
  }
  function drawTable(claims) {
    const sorted = ordered(claims);
    const none = make("tr"), said = make("td", "No claim matches. ", { colspan: COLUMNS.length }), clear = make("button", "Clear the filters", { type: "button" });
    clear.addEventListener("click", () => at("filters").reset());
    said.append(clear); none.append(said);
    at("claims").tBodies[0].replaceChildren(...(sorted.length ? sorted.slice(0, state.shown).map(row) : [none]));
    for (const cell of head.children) cell.setAttribute("aria-sort", cell.dataset.key !== state.sort ? "none" : state.down ? "descending" : "ascending");
    at("more").hidden = sorted.length <= state.shown;
    at("more").textContent = "Show more rows (" + (sorted.length - state.shown) + " left)";
  }
  const EVENT_COLUMNS = ["What", "Range", "When", "Where", "Sources", "Disputed", "Who did it"];
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
      for (const text of [period(e), e.place || "", String(e.sources), e.contested ? "yes" : "no", (data.attributions[e.attribution] || "") + (e.by ? ": " + e.by.split(";").map((p) => data.actors[p] || words(p)).join(", ") : "")]) line.append(make("td", text));
      return line;
    }));
    at("more-events").hidden = events.length <= state.events;
    return events.length;
  }

  // Chart
  function drawChart(claims) {
    const drawn = chart.draw(at("chart"), claims, {
      published: [...new Set(claims.map((c) => articles.get(c.article).published))], markers: data.markers, chosen: state.chosen, log: at("log").checked, number,
      told: (c) => c.told, open: (near) => { at("heap").replaceChildren(...(near.length > 1 ? [near.length + " claims lie here: ", ...near.flatMap((c, i) => (i ? [", ", link(c)] : [link(c)]))] : [])); choose(near[0].id, near.length === 1); },
    });
    at("legend").replaceChildren(...Object.keys(data.names).filter((g) => drawn.groups.has(g)).map((g) => { const item = make("li"); item.append(chart.sign(g, data.markers[g]), data.names[g]); return item; }));
    at("chart-notes").textContent = drawn.notes.join(" ");
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
    if (!byId.has(id)) return;
    history.replaceState(null, "", "#" + encodeURIComponent(id));
    show(byId.get(id), move);
  }
  function show(c, move) {
    const near = tree(c), linked = new Set([near.whole, ...near.parts].filter(Boolean).map((o) => o.id));
    const about = [make("p", c.told)], more = [];
    if (range(c) !== c.evidence) more.push("The words allow " + range(c) + unit(c) + ".");
    if (c.scope === "cumulative") more.push("A running total.");
    if (c.blamed) more.push("Blamed: " + c.blamed + ".");
    if (more.length) about.push(make("p", more.join(" ")));
    const list = (label, claims) => { if (claims.length) { const p = make("p", label); claims.forEach((o, i) => p.append(i ? ", " : " ", link(o))); about.push(p); } };
    list("Part of", near.whole ? [near.whole] : []); list("Broken down into", near.parts); list("Said again as", near.again);
    at("about").replaceChildren(...about);
    read(articles.get(c.article), c.id, linked, move);
  }
  function read(article, id, linked, move) {
    state.chosen = id;
    at("reader").hidden = false;
    at("reader-heading").textContent = article.name;
    const nodes = [make("p", [article.outlet, article.published, article.id].filter(Boolean).join(" · "), { class: "note" })];
    let end = 0;
    for (const o of data.claims.filter((o) => o.article === article.id).sort((a, b) => a.start - b.start)) {
      if (o.start < end) continue;
      nodes.push(article.text.slice(end, o.start));
      const mark = make("mark", article.text.slice(o.start, o.end), { tabindex: "0", role: "button", title: o.told, "data-id": o.id });
      if (o.id === id) { mark.classList.add("chosen"); mark.setAttribute("aria-current", "true"); } else if (linked.has(o.id)) mark.classList.add("linked");
      mark.addEventListener("click", () => choose(o.id, true));
      mark.addEventListener("keydown", (e) => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); choose(o.id, true); } });
      nodes.push(mark); end = o.end;
    }
    nodes.push(article.text.slice(end));
    at("text").replaceChildren(...nodes);
    for (const line of at("claims").tBodies[0].rows) { if (line.dataset.id === id) line.setAttribute("aria-current", "true"); else line.removeAttribute("aria-current"); }
    const mark = id ? at("text").querySelector("mark.chosen") : at("reader-heading");
    if (mark && move === null) at("reader").scrollTop = mark.offsetTop - 0.9 * at("reader").clientHeight; // in its own pane: the page stays
    else if (mark) { mark.scrollIntoView({ block: "nearest" }); if (move) mark.focus({ preventScroll: true }); }
  }
  // From the article back to where its claim stands in the list.
  function back() {
    const line = [...at("claims").tBodies[0].rows].find((r) => r.dataset.id === state.chosen), target = line ? line.querySelector("button") : at("claims-heading");
    target.focus(); target.scrollIntoView({ block: "nearest" });
  }

  function drawTexts() {
    const terms = sought(), found = terms.length ? data.articles.filter((a) => terms.every((t) => (a.lower ??= (a.title + " " + a.text).toLowerCase()).includes(t))) : [];
    at("texts").hidden = !terms.length;
    at("texts-heading").textContent = (found.length || "No") + (found.length < 2 ? " article holds" : " articles hold") + " these words" + (found.length > TEXTS ? ", the first " + TEXTS : "");
    at("texts-found").replaceChildren(...found.slice(0, TEXTS).map((a) => {
      const item = make("li"), button = make("button", a.name, { type: "button" });
      button.addEventListener("click", () => { at("about").replaceChildren(); read(a, null, new Set(), true); });
      item.append(button, " " + (a.published || ""));
      return item;
    }));
  }
  function draw() {
    const claims = kept();
    at("heap").replaceChildren();
    if (claims.length && !claims.some((c) => c.id === state.chosen)) show(ordered(claims)[0], null); // the reader follows what is shown
    drawTexts();
    drawTable(claims); drawChart(claims);
    const events = drawEvents(claims);
    at("events-block").hidden = !events;
    at("reader").hidden = !claims.length;
    at("counts").textContent = number(claims.length) + " of " + number(data.claims.length) + (data.claims.length === 1 ? " claim in " : " claims in ") + number(new Set(claims.map((c) => c.article)).size) + " of " + number(data.articles.length) + (data.articles.length === 1 ? " article; " : " articles; ") + number(events) + (events === 1 ? " row" : " rows") + " of events" + (state.only ? "; only the claims of one event (Show all to go back)" : "");
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
  at("back").addEventListener("click", back);
  at("reader").addEventListener("keydown", (e) => { if (e.key === "Escape") back(); });
  draw();
  fromAddress();
})();
