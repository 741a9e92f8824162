// What must hold of every page, whoever reads it and however: returns sentences about what does not.
() => {
  const faults = [];
  const say = (fault, node) => faults.push(`${fault}: ${node.outerHTML.slice(0, 140).replace(/\s+/g, " ")}`);
  const shown = (node) => {
    const box = node.getBoundingClientRect();
    const style = getComputedStyle(node);
    return box.width > 0 && box.height > 0 && style.visibility !== "hidden" && style.display !== "none";
  };
  const named = (node) => (node.getAttribute("aria-label") || "").trim()
    || (node.getAttribute("aria-labelledby") || "").split(" ").some((id) => document.getElementById(id));

  // Words: title, language, one main part, headings in order.
  if (!document.title.trim()) faults.push("no title");
  if (!document.documentElement.lang) faults.push("no language");
  if (document.querySelectorAll("main").length !== 1) faults.push("not one main part");
  if (document.querySelectorAll("h1").length !== 1) faults.push("not one first heading");
  let level = 0;
  for (const heading of document.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) say(`heading after h${level}`, heading);
    if (!heading.textContent.trim()) say("empty heading", heading);
    level = own;
  }

  // Names of everything that is used.
  for (const field of document.querySelectorAll("input:not([type=hidden]),select,textarea")) {
    const label = [...(field.labels || [])].some((one) => one.textContent.trim());
    if (!label && !named(field)) say("field without a label", field);
  }
  for (const node of document.querySelectorAll("button,a[href],summary")) {
    if (!node.textContent.trim() && !named(node) && !node.querySelector("[aria-label],img[alt]:not([alt=''])")) {
      say("nothing to call it by", node);
    }
  }
  for (const picture of document.querySelectorAll("img:not([alt]),svg[role=img]:not([aria-label])")) {
    if (!picture.querySelector("title")) say("picture without words", picture);
  }
  for (const cell of document.querySelectorAll("th:not([scope])")) say("heading of a table without its scope", cell);
  for (const bar of document.querySelectorAll("progress")) if (!named(bar)) say("progress without a name", bar);

  // References.
  const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
  for (const id of new Set(ids.filter((one, place) => ids.indexOf(one) !== place))) faults.push(`twice: id ${id}`);
  for (const name of ["for", "aria-describedby", "aria-labelledby"]) {
    for (const node of document.querySelectorAll(`[${name}]`)) {
      for (const id of node.getAttribute(name).split(" ")) if (!document.getElementById(id)) say(`${name} of nothing`, node);
    }
  }

  // Contrast of every text that shows (WCAG 2.2, 1.4.3).
  const parts = (text) => {
    const found = text.match(/[\d.]+/g).map(Number);
    return { r: found[0], g: found[1], b: found[2], a: found.length > 3 ? found[3] : 1 };
  };
  const over = (top, under) => ({
    r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a),
    b: top.b * top.a + under.b * (1 - top.a), a: 1,
  });
  const ground = (node) => {
    const layers = [];
    for (let one = node; one; one = one.parentElement) {
      const own = parts(getComputedStyle(one).backgroundColor);
      if (own.a > 0) layers.push(own);
      if (own.a === 1) break;
    }
    return layers.reverse().reduce((under, top) => over(top, under), { r: 255, g: 255, b: 255, a: 1 });
  };
  const light = (colour) => {
    const linear = (value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const told = new Set();
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !shown(node) || node.closest("style,script,svg")) continue;
    const style = getComputedStyle(node);
    const under = ground(node);
    const [one, other] = [light(over(parts(style.color), under)), light(under)];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const key = style.color + JSON.stringify(under);
    if (ratio < (isLarge ? 3 : 4.5) - 0.005 && !told.has(key)) {
      told.add(key);
      say(`contrast ${ratio.toFixed(2)}`, node);
    }
  }

  // Nothing reaches out of the window, and what is pressed is large enough for a finger (WCAG 2.2, 2.5.8).
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    faults.push(`wider than the window: ${root.scrollWidth} in ${root.clientWidth}`);
    for (const node of document.body.querySelectorAll("*")) {
      if (node.getBoundingClientRect().right > root.clientWidth + 1 && node.children.length === 0) { say("sticks out", node); break; }
    }
  }
  for (const node of document.querySelectorAll("button,select,input:not([type=hidden]),a.button")) {
    const box = node.getBoundingClientRect();
    if (shown(node) && !node.closest("label") && (box.width < 24 || box.height < 24)) say("too small for a finger", node);
  }
  return faults;
}
