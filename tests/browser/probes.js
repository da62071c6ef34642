// What only a laid-out page can tell. A probe named after a fault returns sentences, none when all is well.
globalThis.probes = (() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const squeeze = (text) => text.replace(/\s+/g, " ").trim();
  const shown = (el) => el.checkVisibility({ visibilityProperty: true });

  const name = (el) => {
    const label = squeeze(el.getAttribute("aria-label") || el.textContent || el.value || "").slice(0, 24);
    return `<${el.tagName.toLowerCase()}${el.id ? ` id=${el.id}` : ""}> ${label}`;
  };

  // Text for screen readers alone: in a box of a pixel, or moved out of the page.
  const readAloudOnly = (el) => {
    for (let box = el; box && box !== document.body; box = box.parentElement) {
      const { width, height, right, bottom } = box.getBoundingClientRect();
      if ((width <= 1 && height <= 1) || right + scrollX <= 0 || bottom + scrollY <= 0) return true;
    }
    return false;
  };

  const clips = (el) => {
    const { overflowX, overflowY } = getComputedStyle(el);
    return overflowX !== "visible" || overflowY !== "visible";
  };

  // A rectangle less what the scrolling boxes around it hide.
  const inSight = (rect, el) => {
    let { left, right, top, bottom } = rect;
    for (let box = el; box && box !== document.body; box = box.parentElement) {
      if (!clips(box)) continue;
      const edge = box.getBoundingClientRect();
      left = Math.max(left, edge.left);
      right = Math.min(right, edge.right);
      top = Math.max(top, edge.top);
      bottom = Math.min(bottom, edge.bottom);
    }
    return { left, right, top, bottom };
  };

  const lines = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const el = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || el.closest("svg, option") || !shown(el) || readAloudOnly(el)) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const upright = getComputedStyle(el).writingMode.startsWith("vertical");
      for (const rect of range.getClientRects()) {
        const { left, right, top, bottom } = inSight(rect, el);
        // A font's box is taller than its strokes: only the middle half of a line counts as text.
        const [x, y] = upright ? [(right - left) / 4, 0] : [0, (bottom - top) / 4];
        const line = { el, left: left + x, right: right - x, top: top + y, bottom: bottom - y };
        if (line.right - line.left > 1 && line.bottom - line.top > 1) found.push(line);
      }
    }
    return found.sort((a, b) => a.top - b.top);
  };

  function overflow() {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = all("body *").filter((el) => inSight(el.getBoundingClientRect(), el).right > clientWidth + 0.5);
    return [`${scrollWidth} px of page in a window of ${clientWidth} px: ${wide.slice(0, 3).map(name).join("; ")}`];
  }

  function collisions() {
    const found = lines();
    const faults = [];
    for (let i = 0; i < found.length; i += 1) {
      const a = found[i];
      for (let j = i + 1; j < found.length && found[j].top < a.bottom - 1; j += 1) {
        const b = found[j];
        if (a.el !== b.el && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1) faults.push(`${name(a.el)} lies on ${name(b.el)}`);
      }
    }
    return faults;
  }

  function clippedText() {
    const cut = (el) => {
      const { overflowX, overflowY } = getComputedStyle(el);
      const hides = (way) => way === "hidden" || way === "clip";
      return (hides(overflowX) && el.scrollWidth > el.clientWidth + 1) || (hides(overflowY) && el.scrollHeight > el.clientHeight + 1);
    };
    return all("body *").filter((el) => el.textContent.trim() && shown(el) && cut(el) && !readAloudOnly(el)).map((el) => `text cut off in ${name(el)}`);
  }

  // Where Tab must stop, in the order of the source; of a group of radio buttons at the chosen one.
  function stops() {
    const chosen = (el) => {
      if (el.type !== "radio" || !el.name) return true;
      const group = all(`input[type=radio][name="${el.name}"]`);
      return el === (group.find((radio) => radio.checked) || group[0]);
    };
    return all("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]").filter(
      (el) => !el.disabled && shown(el) && chosen(el) && el.getAttribute("tabindex") !== "-1",
    );
  }

  const carriers = (el) => [el, ...(el.labels || []), el.parentElement];

  const marks = (el) =>
    carriers(el).map((box) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(box);
      const outline = outlineStyle === "none" || parseFloat(outlineWidth) === 0 ? "none" : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
      return { outline, boxShadow };
    });

  let expected = [];
  let before = new Map();

  // Names of the stops; keeps how each looks while the focus is elsewhere.
  function prepareStops() {
    expected = stops();
    before = new Map(expected.map((el) => [el, marks(el)]));
    return expected.map(name);
  }

  function faultsOfStop(number) {
    const el = document.activeElement;
    if (el !== expected[number]) return [`Tab ${number + 1} reached ${name(el)} instead of ${name(expected[number])}`];
    const faults = [];
    const after = marks(el);
    const marked = after.some((mark, i) => {
      const old = before.get(el)[i];
      return (mark.outline !== "none" && mark.outline !== old.outline) || (mark.boxShadow !== "none" && mark.boxShadow !== old.boxShadow);
    });
    if (!marked) faults.push(`the focus does not show on ${name(el)}`);
    const inWindow = carriers(el).slice(0, -1).some((box) => {
      const { left, right, top, bottom, width, height } = box.getBoundingClientRect();
      return width > 1 && height > 1 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
    });
    if (!inWindow) faults.push(`${name(el)} has the focus outside the window`);
    return faults;
  }

  const skipTarget = () => {
    const href = document.activeElement.getAttribute("href") || "";
    return href.length > 1 && href.startsWith("#") ? document.getElementById(decodeURIComponent(href.slice(1))) : null;
  };

  let target = null;

  function skipLinkFaults() {
    target = skipTarget();
    if (!target) return [`the first stop of Tab is ${name(document.activeElement)}, no link to the content`];
    return document.querySelector("main")?.contains(target) ? [] : [`the skip link leads to ${name(target)}, outside main`];
  }

  function skipFaults() {
    const el = document.activeElement;
    const past = target.contains(el) || target.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING;
    return el !== document.body && past ? [] : [`after the skip link Tab reached ${name(el)}, before the content`];
  }

  const cells = () => all("table [data-value]").map((el) => ({ id: el.id, value: el.dataset.value, text: squeeze(el.textContent), shown: shown(el) }));
  const links = () => all("a[href]").map((el) => ({ href: el.getAttribute("href"), url: el.href, text: squeeze(el.textContent), shown: shown(el) }));

  // The texts of each row of each table, cells in the order of the source.
  const rows = () => all("tr").map((tr) => [...tr.cells].filter(shown).map((el) => el.textContent.replace(/\s+/g, "")));

  const shownIn = (selector) => all(selector).filter((el) => shown(el) && !readAloudOnly(el)).map(name);

  const printFurniture = () => shownIn("nav, button, input, select").map((what) => `${what} is printed`);

  function tooWideTables() {
    const width = document.documentElement.clientWidth;
    return all("table").filter((el) => inSight(el.getBoundingClientRect(), el).right > width + 1 || hiddenPart(el)).map((el) => `${name(el)} is wider than the paper`);
  }

  const hiddenPart = (el) => {
    for (let box = el.parentElement; box && box !== document.body; box = box.parentElement) if (clips(box) && box.scrollWidth > box.clientWidth + 1) return true;
    return false;
  };

  const appearance = () =>
    ["body", "main", "h1", "th", "td", "a[href]", "footer"].map((selector) => {
      const el = document.querySelector(selector);
      if (!el) return `${selector}: none`;
      const { fontFamily, fontSize, color, backgroundColor, maxWidth, display, paddingLeft } = getComputedStyle(el);
      return `${selector}: ${[fontFamily, fontSize, color, backgroundColor, maxWidth, display, paddingLeft].join(" | ")}`;
    });

  const textSize = () => parseFloat(getComputedStyle(document.querySelector("main p") || document.querySelector("main")).fontSize);

  const violations = [];
  document.addEventListener("securitypolicyviolation", (event) => violations.push(`the policy refused ${event.violatedDirective} ${event.blockedURI}`));

  return {
    appearance, cells, clippedText, collisions, faultsOfStop, links, overflow, prepareStops, printFurniture, rows,
    skipFaults, skipLinkFaults, textSize, tooWideTables, violations: () => violations,
  };
})();
