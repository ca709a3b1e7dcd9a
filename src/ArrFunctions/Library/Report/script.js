"use strict";
(() => {
  const PAGE = 100;
  const byId = id => document.getElementById(id);
  document.documentElement.classList.add("scripted");

  // Elements are made from names and texts; no text is ever read as markup.
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes ?? {})) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
    }
    element.append(...children.filter(child => child !== null && child !== undefined));
    return element;
  }

  // ---- numbers and texts
  const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat("en", { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  const share = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
  const sizeUnits = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"];
  function bytes(value) {
    let unit = 0;
    for (; Math.abs(value) >= 1000 && unit < sizeUnits.length - 1; unit++) value /= 1024;
    return `${value >= 100 ? whole.format(Math.round(value)) : whole.format(value)} ${sizeUnits[unit]}`;
  }
  const day = value => value > 0 ? new Date(value * 864e5).toISOString().slice(0, 10) : "";
  const shown = {
    text: value => value, number: value => whole.format(value), signed: value => signed.format(value),
    share: value => share.format(value), bytes, day,
  };
  const fold = text => /[^\x00-\x7f]/.test(text) ? text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase() : text.toLowerCase();
  const one = unit => unit === "series" ? unit : unit.replace(/ies$/, "y").replace(/s$/, "");
  const two = number => String(number).padStart(2, "0");

  // ---- colours
  function switchColours() {
    const key = "arrfunctions-report-colours";
    const remembered = action => { try { return action(); } catch { return null; } };
    const apply = value => value ? document.documentElement.setAttribute("data-colours", value) : document.documentElement.removeAttribute("data-colours");
    const select = make("select", { onchange: () => { apply(select.value); remembered(() => localStorage.setItem(key, select.value)); } },
      ...[["", "As the system"], ["light", "Light"], ["dark", "Dark"]].map(([value, text]) => make("option", { value }, text)));
    const before = remembered(() => localStorage.getItem(key));
    select.value = before === "light" || before === "dark" ? before : "";
    apply(select.value);
    byId("colours").append(make("label", {}, make("span", { class: "muted" }, "Colours "), select));
  }
  switchColours();
  if (!byId("data")) return;

  // ---- data
  const data = JSON.parse(byId("data").textContent);
  const shared = value => typeof value === "number" ? data.texts[value] : value;
  const files = [];
  for (const title of data.titles) {
    for (const r of title[4]) {
      const episode = r[8] < 0 ? null : `S${two(r[8])}E${two(r[9])}${r[10] > r[9] ? `-E${two(r[10])}` : ""}`;
      const name = episode ? `${title[0]} ${episode}` : title[1] ? `${title[0]} (${title[1]})` : title[0];
      files.push({ r, name, profile: title[2], monitored: title[3], c: r[15] ?? null, find: null });
    }
  }
  const candidates = files.filter(file => file.c).sort((a, b) => a.c[0] - b.c[0]);
  const profileOf = file => data.profiles[file.profile][0];
  const searched = file => file.find ??= fold(`${file.name} ${shared(file.r[2])} ${shared(file.r[11])}`);
  const fileColumns = {
    title: ["Title", "text", file => file.name],
    score: ["Score", "number", file => file.r[0]],
    quality: ["Quality", "text", file => shared(file.r[2])],
    profile: ["Profile", "text", profileOf],
    size: ["Size", "bytes", file => file.r[1]],
    category: ["Category", "text", file => data.categories[file.r[7]] ?? ""],
    priority: ["Candidate", "text", file => file.c ? data.priorities[file.c[1]] : "", file => file.c ? file.c[1] : null],
    added: ["Added", "day", file => file.r[5]],
  };
  const candidateColumns = [
    fileColumns.title,
    ["Rank", "number", file => file.c[0]],
    ["Priority", "text", file => data.priorities[file.c[1]], file => file.c[1]],
    fileColumns.score,
    ["Gain", "signed", file => file.c[2]],
    fileColumns.quality,
    fileColumns.profile,
    fileColumns.size,
    ["Why", "text", file => shared(file.c[4])],
    ["In the way", "text", file => shared(file.c[3])],
    ["Recommendation", "text", file => shared(file.c[5])],
  ];

  // ---- details of a file
  function list(pairs) {
    const dl = make("dl");
    for (const [term, value] of pairs) if (value) dl.append(make("dt", {}, term), make("dd", {}, make("bdi", {}, value)));
    return dl;
  }
  function formatsOf(file) {
    const points = data.profiles[file.profile][3];
    const pointsOf = format => { for (let i = 0; i < points.length; i += 2) if (points[i] === format) return points[i + 1]; return 0; };
    if (file.r[3].length === 0) return make("p", {}, "It matches no custom format.");
    const rows = file.r[3].map(format => [data.formats[format], pointsOf(format)]).sort((a, b) => b[1] - a[1]);
    return make("table", {}, make("caption", {}, "Custom formats and their points"),
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Format"), make("th", { scope: "col", class: "n" }, "Points"))),
      make("tbody", {}, ...rows.map(([name, score]) => make("tr", {}, make("th", { scope: "row" }, make("bdi", {}, name)), make("td", { class: "n" }, signed.format(score))))));
  }
  function detailOf(file) {
    const r = file.r, media = r[14] || null, [, cutoff, minimum] = data.profiles[file.profile];
    return make("div", { class: "inner" },
      list([
        ["Title", file.name], ["Score", `${whole.format(r[0])} (cutoff ${whole.format(cutoff)}, minimum ${whole.format(minimum)})`],
        ["Quality", shared(r[2]) + (r[4] ? ", below the cutoff" : "")], ["Profile", profileOf(file)], ["Monitored", file.monitored ? "yes" : "no"],
        ["Category", data.categories[r[7]]], ["Release group", shared(r[11])], ["Edition", shared(r[12])], ["Languages", shared(r[13])],
        ["Size", bytes(r[1])], ["Added", day(r[5])], ["Changed", day(r[6])],
      ]),
      media ? list([
        ["Video", [shared(media[0]), shared(media[1]), shared(media[2]) || "SDR"].filter(Boolean).join(", ")],
        ["Audio", [shared(media[3]), media[4] ? String(media[4]) : "", shared(media[5])].filter(Boolean).join(", ")],
        ["Runtime", media[6] ? `${Math.round(media[6] / 60)} minutes` : ""],
        ["Size a minute", media[6] ? bytes(r[1] / (media[6] / 60)) : ""],
      ]) : make("p", {}, "The application did not look into this file."),
      formatsOf(file),
      file.c ? list([
        ["Candidate", `rank ${whole.format(file.c[0])}, ${data.priorities[file.c[1]].toLowerCase()} priority, could gain ${whole.format(file.c[2])}`],
        ["Why", shared(file.c[4])], ["In the way", shared(file.c[3])], ["To do", shared(file.c[5])],
        ["Costs it most", file.c.length > 6 ? `${data.formats[file.c[6]]} (${signed.format(file.c[7])})` : ""],
      ]) : null);
  }

  // ---- CSV: quotes as RFC 4180 has them; what a spreadsheet would run as a formula is text
  const cell = value => {
    let text = String(value ?? "");
    if (typeof value !== "number" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  function download(name, lines) {
    const url = URL.createObjectURL(new Blob(["\ufeff", ...lines], { type: "text/csv;charset=utf-8" }));
    const link = make("a", { href: url, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  // ---- tables: a page of rows is in the document, all of them in memory
  function table({ id, caption, unit, columns, rows, filters = [], detail = null, drill = null, first = null }) {
    const root = document.querySelector(`[data-table="${id}"]`);
    const orders = [];
    let sorted = -1, isDown = false, page = 0, kept = rows;

    // The order by a column is found once, and then only filtered.
    function orderOf(column) {
      if (orders[column]) return orders[column];
      const [, kind, value, key = value] = columns[column];
      const isText = kind === "text" && key === value;
      const keys = isText ? rows.map(row => fold(value(row) ?? "")) : rows.map(key);
      const isNone = i => keys[i] === null || keys[i] === undefined || keys[i] === "";
      const some = [], none = [];
      for (let i = 0; i < rows.length; i++) (isNone(i) ? none : some).push(i);
      some.sort(isText ? (a, b) => keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : a - b : (a, b) => keys[a] - keys[b] || a - b);
      return orders[column] = { some: some.map(i => rows[i]), none: none.map(i => rows[i]) };
    }
    function apply() {
      const tests = filters.map(filter => filter.test()).filter(Boolean);
      let ordered = rows;
      if (sorted >= 0) {
        const { some, none } = orderOf(sorted);
        ordered = [...(isDown ? some.toReversed() : some), ...none];
      }
      kept = tests.length === 0 ? ordered : ordered.filter(row => tests.every(test => test(row)));
      page = 0;
      render();
    }

    const body = make("tbody");
    const status = make("p", { role: "status", "aria-live": "polite" });
    const printed = make("p", { class: "printed muted" }, "Printed are the first 25 rows at most.");
    const heads = columns.map(([title, kind], i) => make("th", { scope: "col", class: kind === "text" ? "t" : "n", "aria-sort": "none" },
      make("button", { type: "button", class: "plain", onclick: () => sort(i) }, title)));
    function sort(i) {
      if (sorted === i) isDown = !isDown;
      else [sorted, isDown] = [i, columns[i][1] !== "text" && columns[i][0] !== "Rank"];
      heads.forEach((head, at) => head.setAttribute("aria-sort", at !== sorted ? "none" : isDown ? "descending" : "ascending"));
      apply();
    }
    const move = (text, to) => make("button", { type: "button", onclick: () => { page = to(); render(); region.scrollTop = 0; } }, text);
    const lastPage = () => Math.max(0, Math.ceil(kept.length / PAGE) - 1);
    const back = [move("First", () => 0), move("Previous", () => page - 1)];
    const forth = [move("Next", () => page + 1), move("Last", lastPage)];
    const pages = make("div", { class: "pages" }, status, ...back, ...forth);
    const region = make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
      make("table", {}, make("caption", {}, caption), make("thead", {}, make("tr", {}, ...heads)), body));

    function rowOf(row) {
      const cells = columns.map(([, kind, value], i) => {
        const at = value(row);
        const text = at === null || at === undefined ? "" : shown[kind](at);
        const isText = kind === "text";
        const content = make("bdi", isText && text.length > 60 && i === 0 ? { class: "clamp", title: text } : {}, text);
        if (i > 0) return make("td", { class: isText ? text.length > 40 ? "t long" : text.length < 14 ? "t short" : "t" : "n" }, content);
        const action = detail ? event => toggle(event.currentTarget, tr, row) : drill ? () => drill(row) : null;
        return make("th", { scope: "row", class: isText ? "t" : "n" },
          action ? make("button", { type: "button", class: "plain", "aria-expanded": detail ? "false" : null, title: drill && !detail ? "Show its files" : null, onclick: action }, content) : content);
      });
      const tr = make("tr", {}, ...cells);
      return tr;
    }
    function toggle(button, tr, row) {
      const isOpen = button.getAttribute("aria-expanded") === "true";
      button.setAttribute("aria-expanded", String(!isOpen));
      if (isOpen) tr.nextElementSibling.remove();
      else tr.after(make("tr", { class: "detail" }, make("td", { colspan: columns.length }, detail(row))));
    }
    function render() {
      const from = page * PAGE, to = Math.min(kept.length, from + PAGE);
      body.replaceChildren(...kept.slice(from, to).map(rowOf));
      const all = kept.length === rows.length ? "" : `, of ${whole.format(rows.length)} in all`;
      status.textContent = kept.length === 0 ? `No ${unit} match${all}.`
        : kept.length <= PAGE ? `${whole.format(kept.length)} ${kept.length === 1 ? one(unit) : unit} shown${all}.`
        : `${unit} ${whole.format(from + 1)} to ${whole.format(to)} of ${whole.format(kept.length)} shown${all}.`.replace(/^./, letter => letter.toUpperCase());
      for (const button of back) button.disabled = page === 0;
      for (const button of forth) button.disabled = page >= lastPage();
      for (const button of [...back, ...forth]) button.hidden = kept.length <= PAGE;
    }
    function save() {
      const lines = [columns.map(column => cell(column[0])).join(",") + "\r\n"];
      for (const row of kept) lines.push(columns.map(([, kind, value]) => cell(kind === "day" ? day(value(row)) : value(row))).join(",") + "\r\n");
      download(`${data.instance.replace(/[^A-Za-z0-9-]+/g, "-")}-${id}.csv`, lines);
    }

    let waiting = 0;
    const form = make("form", {
      class: "filters", role: "search", "aria-label": `Filter: ${caption}`, onsubmit: event => { event.preventDefault(); apply(); },
      oninput: () => { clearTimeout(waiting); waiting = setTimeout(apply, 120); },
      onchange: () => { clearTimeout(waiting); apply(); },
      onreset: () => setTimeout(apply),
    }, ...filters.map(filter => filter.element), filters.length > 0 ? make("button", { type: "reset" }, "Reset") : null,
      make("button", { type: "button", onclick: save }, "CSV of what is shown"));
    root.replaceChildren(form, region, printed, pages);
    if (first !== null) sort(first);
    else render();
    return { form, apply };
  }

  // ---- filters
  const labelled = (text, control) => make("label", {}, text, control);
  function textFilter(of) {
    const input = make("input", { type: "search", name: "text", autocomplete: "off" });
    return { element: labelled("Text", input), test: () => { const text = fold(input.value.trim()); return text && (row => of(row).includes(text)); } };
  }
  function choice(name, label, names, is) {
    const select = make("select", { name }, make("option", { value: "" }, "All"), ...names.map((text, i) => make("option", { value: i, dir: "auto" }, text.length > 60 ? `${text.slice(0, 60)}…` : text)));
    return { element: labelled(label, select), test: () => { if (select.value === "") return null; const at = Number(select.value); return row => is(row, at); } };
  }
  function range(name, label, of, factor = 1) {
    const input = suffix => make("input", { type: "number", step: factor === 1 ? "1" : "any", name: `${name}-${suffix}` });
    const from = input("from"), to = input("to");
    const valueOf = (at, none) => at.value === "" || Number.isNaN(at.valueAsNumber) ? none : at.valueAsNumber * factor;
    return {
      element: make("div", { class: "pair" }, make("label", {}, `${label} from`, from), make("label", {}, `${label} to`, to)),
      test: () => { const low = valueOf(from, -Infinity), high = valueOf(to, Infinity); return (low > -Infinity || high < Infinity) && (row => of(row) >= low && of(row) <= high); },
    };
  }
  const profileNames = data.profiles.map(profile => profile[0]);
  const fileFilters = () => [
    textFilter(searched),
    choice("profile", "Profile", profileNames, (file, at) => file.profile === at),
    range("score", "Score", file => file.r[0]),
    range("size", "GiB", file => file.r[1], 1024 ** 3),
  ];
  const filesTable = table({
    id: "files", caption: "All files", unit: "files", columns: Object.values(fileColumns), rows: files, detail: detailOf,
    filters: [...fileFilters(),
      choice("category", "Category", data.categories, (file, at) => file.r[7] === at),
      choice("format", "Custom format", data.formats, (file, at) => file.r[3].includes(at))],
  });
  if (candidates.length > 0) {
    table({
      id: "candidates", caption: "Upgrade candidates, by what an upgrade could gain", unit: "candidates", columns: candidateColumns, rows: candidates, detail: detailOf,
      filters: [...fileFilters(), choice("priority", "Priority", data.priorities, (file, at) => file.c[1] === at),
        choice("block", "In the way", ["Nothing", "Something"], (file, at) => (shared(file.c[3]) !== "") === (at === 1))],
    });
  }

  // ---- from charts and small tables to the files
  function show(filter) {
    const fields = filesTable.form.elements;
    filesTable.form.querySelectorAll("input, select").forEach(field => { field.value = ""; });
    if (filter.text) fields.text.value = filter.text;
    if (filter.profile !== undefined) fields.profile.value = profileNames.indexOf(filter.profile);
    if (filter.format !== undefined) fields.format.value = data.formats.indexOf(filter.format);
    if (filter.category !== undefined) fields.category.value = data.categories.indexOf(filter.category);
    fields["score-from"].value = filter.from ?? "";
    fields["score-to"].value = filter.to ?? "";
    filesTable.apply();
    byId("files-title").focus({ preventScroll: true });
    byId("files").scrollIntoView();
  }
  for (const [id, { caption, unit, filter, columns, rows }] of Object.entries(data.tables)) {
    table({
      id, caption, unit, rows, columns: columns.map(([title, kind], i) => [title, kind, row => row[i]]),
      filters: rows.length > 10 ? [textFilter(row => fold(row[0]))] : [],
      drill: filter ? row => show({ [filter]: row[0] }) : null,
    });
  }
  for (const row of document.querySelectorAll("tr[data-show]")) {
    const head = row.cells[0];
    head.replaceChildren(make("button", { type: "button", class: "plain", title: "Show these files", onclick: () => show(JSON.parse(row.dataset.show)) }, ...head.childNodes));
  }
  document.addEventListener("click", event => {
    const bar = event.target instanceof Element ? event.target.closest("svg [data-show]") : null;
    if (bar) show(JSON.parse(bar.dataset.show));
  });
})();
