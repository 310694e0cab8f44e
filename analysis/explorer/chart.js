"use strict";
// The chart: one mark a claim, at its period and its number, in the shape and colour of its group. Marks that would hide each other stand
// side by side, a month from their day at most; where that is no room they overlap, are paler, and are listed at a click.
const chart = (() => {
  const SVG = "http://www.w3.org/2000/svg", ROWS_DRAWN = 1500, NEAR = 9, STEPS = 6, FARTHEST = 30, SIZE = 4, PALER = 0.6, DAY = 864e5, EARLY = 14, SHORT = 70;
  const SHAPES = {
    o: (s) => "M" + -s + " 0a" + s + " " + s + " 0 1 0 " + 2 * s + " 0a" + s + " " + s + " 0 1 0 " + -2 * s + " 0z",
    s: (s) => "M" + -s + " " + -s + "h" + 2 * s + "v" + 2 * s + "h" + -2 * s + "z",
    D: (s) => "M0 " + -1.35 * s + "L" + 1.35 * s + " 0L0 " + 1.35 * s + "L" + -1.35 * s + " 0z",
    "^": (s) => "M0 " + -1.3 * s + "L" + 1.25 * s + " " + s + "H" + -1.25 * s + "z",
    v: (s) => "M0 " + 1.3 * s + "L" + 1.25 * s + " " + -s + "H" + -1.25 * s + "z",
    P: (s) => "M" + -s / 2 + " " + -1.3 * s + "h" + s + "v" + 0.8 * s + "h" + 0.8 * s + "v" + s + "h" + -0.8 * s + "v" + 0.8 * s + "h" + -s + "v" + -0.8 * s + "h" + -0.8 * s + "v" + -s + "h" + 0.8 * s + "z",
  };
  const day = (text) => Date.parse(text + "T00:00:00Z") / DAY;
  const size = (c) => (c.vague ? c.low : null) ?? c.high ?? c.low;
  function svg(tag, attributes, text) {
    const node = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    if (text !== undefined) node.textContent = text;
    return node;
  }
  function shape(marker, attributes, s) { return svg("path", { d: SHAPES[marker](s ?? SIZE), ...attributes }); }
  function sign(group, marker) {
    const root = svg("svg", { viewBox: "-7 -7 14 14", width: 14, height: 14, "aria-hidden": "true" });
    root.append(shape(marker, { fill: "var(--" + group + ")" }, 5));
    return root;
  }

  // The days drawn: from the first article on; what is of an earlier time enters from the left.
  function days(people, published) {
    const last = Math.max(...people.map((c) => day(c.to)));
    const first = Math.max(Math.min(...people.map((c) => day(c.from || c.to))), Math.min(...published.filter(Boolean).map(day), last) - EARLY);
    const margin = Math.max(3, (last - first) * 0.03);
    return [first - margin, last + margin];
  }
  function axes(root, box, x, y, [t0, t1], top, log, number) {
    const ticks = log ? [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7].filter((n) => n <= top) : [0, 0.25, 0.5, 0.75, 1].map((f) => Math.round(f * top));
    for (const n of ticks) root.append(svg("line", { class: "grid", x1: box.left, x2: box.w - box.right, y1: y(n), y2: y(n) }), svg("text", { x: box.left - 6, y: y(n) + 4, "text-anchor": "end" }, number(n)));
    for (const [t, told] of t1 - t0 < SHORT ? daily(t0, t1, box) : monthly(t0, t1, box)) {
      root.append(svg("line", { class: "grid", x1: x(t), x2: x(t), y1: box.h - box.bottom, y2: box.h - box.bottom + 4 }));
      root.append(svg("text", { x: x(t), y: box.h - 8, "text-anchor": x(t) > box.w - 40 ? "end" : "middle" }, told));
    }
  }
  const dated = (t, parts) => new Date(t * DAY).toLocaleDateString("en-GB", { ...parts, year: "numeric", timeZone: "UTC" });
  function daily(t0, t1, box) {
    const step = Math.max(1, Math.ceil((t1 - t0) / Math.max(2, Math.floor((box.w - box.left) / 110)))), found = [];
    for (let t = Math.ceil(t0); t <= t1; t += step) found.push([t, dated(t, { day: "numeric", month: "short" })]);
    return found;
  }
  function monthly(t0, t1, box) {
    const first = new Date(t0 * DAY), found = [], months = Math.max(1, Math.ceil((t1 - t0) / 30.4 / Math.max(2, Math.floor((box.w - box.left) / 90))));
    const step = months > 6 ? 12 * Math.ceil(months / 12) : months, start = step < 12 ? first.getUTCMonth() + 1 : 12;
    for (let m = start; ; m += step) {
      const t = Date.UTC(first.getUTCFullYear(), m, 1) / DAY;
      if (t > t1) return found;
      found.push([t, dated(t, { month: step < 12 ? "short" : undefined })]);
    }
  }
  const meet = (a, b, gap) => Math.abs(a.x - b.x) < gap && a.top - gap < b.bottom && b.top - gap < a.bottom;
  // Where each mark stands: the first free place beside its own, nearest first, inside the chart and no more than
  // FARTHEST days from it; or else on it.
  function places(people, x, y, [left, right], dayWidth) {
    const taken = [], steps = Math.min(STEPS, Math.floor((FARTHEST * dayWidth) / NEAR));
    return new Map(people.map((c) => {
      const own = { x: x(day(c.to)), top: y(c.vague ? c.high ?? size(c) : size(c)), bottom: y(size(c)) };
      const beside = Array.from({ length: 2 * steps + 1 }, (_, n) => ({ ...own, x: own.x + (n % 2 ? 1 : -1) * Math.ceil(n / 2) * NEAR }));
      const at = beside.find((place) => place.x >= left && place.x <= right && !taken.some((other) => meet(place, other, NEAR))) || own;
      taken.push(at);
      return [c.id, at];
    }));
  }
  // The period of a claim: a bar at its number, or for a vague word the band from its low to its high; torn where it begins before the axis.
  function period(c, colour, from, to, y, left) {
    const node = svg("g", { stroke: colour, fill: colour, "pointer-events": "none" });
    if (c.vague && c.low !== null && c.high !== null) node.append(svg("rect", { x: from, y: y(c.high), width: Math.max(0, to - from), height: y(c.low) - y(c.high), opacity: 0.12, stroke: "none" }));
    else node.append(svg("line", { x1: from, x2: to, y1: y(size(c)), y2: y(size(c)), "stroke-width": 2, opacity: 0.5, "stroke-dasharray": from <= left ? "3 3 3 3 3 3 100000" : "none" }));
    return node;
  }
  function mark(c, colour, marker, at, y, chosen) {
    const node = svg("g", { class: "mark", stroke: colour, fill: colour, "data-id": c.id });
    const bounded = c.low !== null && c.high !== null && c.low !== c.high, end = y(size(c));
    if (c.vague && bounded) {
      node.append(svg("line", { x1: at.x, x2: at.x, y1: y(c.low), y2: y(c.high), "stroke-width": 7, opacity: 0.4 }));
      for (const n of [c.low, c.high]) node.append(svg("line", { x1: at.x - 4, x2: at.x + 4, y1: y(n), y2: y(n), "stroke-width": 2 }));
      if (chosen) node.append(svg("line", { x1: at.x, x2: at.x, y1: y(c.low), y2: y(c.high), "stroke-width": 3 }));
      return node;
    }
    if (bounded) node.append(svg("line", { x1: at.x, x2: at.x, y1: y(c.low), y2: y(c.high), "stroke-width": 2 }));
    for (const [open, sense] of [[c.high === null, -1], [c.low === null, 1]]) if (open) node.append(svg("path", { d: "M" + at.x + " " + end + "v" + 14 * sense + "m-4 " + -4 * sense + "l4 " + 4 * sense + "l4 " + -4 * sense, fill: "none", "stroke-width": 1.5, "pointer-events": "none" }));
    node.append(shape(marker, { transform: "translate(" + at.x + " " + end + ")", class: "dot", "stroke-width": 1.5, fill: c.hollow ? "var(--ground)" : colour }, chosen ? 7 : SIZE));
    return node;
  }

  // Draws the claims into `place`; `told` words a claim, `open` is called with the claims under a click.
  function draw(place, claims, { published, markers, chosen, log, number, told, open }) {
    const dated = claims.filter((c) => c.to && c.unit === "people" && size(c) > 0), people = dated.slice(0, ROWS_DRAWN);
    if (!people.length) { place.replaceChildren(); return { groups: new Set(), notes: ["No dated number of people among these claims."] }; }
    const box = { w: Math.max(340, place.clientWidth || 900), h: 300, left: 72, right: 14, top: 16, bottom: 30 };
    const [t0, t1] = days(people, published), top = Math.max(...people.map((c) => c.high ?? c.low)) * 1.25;
    const x = (t) => box.left + ((Math.max(t, t0) - t0) / (t1 - t0)) * (box.w - box.left - box.right);
    const scaled = (n) => (log ? Math.log10(Math.max(1, n)) / Math.log10(Math.max(10, top)) : n / top);
    const y = (n) => box.h - box.bottom - scaled(n) * (box.h - box.top - box.bottom);
    const iso = (t) => new Date(t * DAY).toISOString().slice(0, 10);
    const root = svg("svg", { viewBox: "0 0 " + box.w + " " + box.h, role: "img", "aria-label": people.length + " statements about people from " + iso(t0) + " to " + iso(t1) + "; the same as the table below" });
    axes(root, box, x, y, [t0, t1], top, log, number);
    const dayWidth = (box.w - box.left - box.right) / (t1 - t0);
    const at = places(people, x, y, [box.left, box.w - box.right], dayWidth), colour = (c) => "var(--" + c.group + ")";
    for (const c of people) if (x(day(c.to)) - x(day(c.from || c.to)) > 3) root.append(period(c, colour(c), x(day(c.from || c.to)), at.get(c.id).x, y, box.left));
    const under = (c) => people.filter((o) => o !== c && meet(at.get(o.id), at.get(c.id), NEAR - 1));
    for (const c of people) {
      const node = mark(c, colour(c), markers[c.group], at.get(c.id), y, c.id === chosen), hidden = under(c);
      node.append(svg("title", {}, told(c)));
      node.addEventListener("click", () => open([c, ...hidden]));
      if (hidden.length && c.id !== chosen) node.setAttribute("opacity", PALER);
      root.append(node);
    }
    place.replaceChildren(root);
    const before = people.filter((c) => day(c.to) < t0).length, notes = [];
    if (dated.length > people.length) notes.push("The chart draws the first " + number(people.length) + " of " + number(dated.length) + " dated numbers of people; choose fewer claims to see the others.");
    const farthest = Math.round(Math.max(...people.map((c) => Math.abs(at.get(c.id).x - x(day(c.to))))) / dayWidth);
    if (farthest > 7) notes.push("Marks side by side stand up to " + number(farthest) + " days from their own.");
    if (before) notes.push(number(before) + (before === 1 ? " is" : " are") + " of an earlier time, at the left edge.");
    return { groups: new Set(people.map((c) => c.group)), notes };
  }
  return { draw, sign };
})();
