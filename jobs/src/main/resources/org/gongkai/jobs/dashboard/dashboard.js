// The page: the state stands in the address after #, so that a view can be sent and kept. Every control writes the state,
// and draw() shows it.
"use strict";

(() => {
  const NATION = "000000";
  const { store } = gongkai;
  const $ = (id) => document.getElementById(id);
  const drawn = {};
  let shelf = {};
  let state;

  // --- state and words ---------------------------------------------------------------------------------------------

  function read() {
    const given = new URLSearchParams(location.hash.slice(1));
    const years = store.index.years;
    const within = (value, otherwise) => (years.includes(Number(value)) ? Number(value) : otherwise);
    const asked = given.get("region");
    const now = {
      region: store.places.has(asked) ? asked : first(),
      measure: store.measures.has(given.get("measure")) ? given.get("measure") : "requests.received",
      basis: given.get("basis") === "territory" ? "territory" : "bodies",
      from: within(given.get("from"), years[0]),
      to: within(given.get("to"), years[years.length - 1]),
      lang: given.get("lang") === "en" ? "en" : "zh",
      theme: given.get("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"),
    };
    if (now.from > now.to) [now.from, now.to] = [now.to, now.from];
    return now;
  }

  /** The lowest region that holds everything: of one province's reports, the province. */
  function first() {
    let code = NATION;
    for (;;) {
      const below = (store.children.get(code) || []).filter((p) => p.years.length > 0);
      if (below.length !== 1) return store.places.has(code) ? code : [...store.places.keys()][0];
      code = below[0].code;
    }
  }

  function write(change) {
    state = { ...state, ...change };
    if (state.from > state.to) [state.from, state.to] = [state.to, state.from];
    history.replaceState(null, "", "#" + new URLSearchParams(state));
    draw();
  }

  function word(key, ...values) {
    const text = (store.words[state.lang] || {})[key] ?? key;
    return values.reduce((t, v, i) => t.replace(`{${i}}`, v), text);
  }

  /** The word of a family; the code itself where there is none. */
  function named(family, code) {
    return (store.words[state.lang] || {})[`${family}.${code}`] ?? code;
  }

  function measureName(code) {
    const own = (store.words[state.lang] || {})[`measure.${code}`];
    const measure = store.measures.get(code);
    return own ?? (measure ? measure[state.lang] : code);
  }

  const isRatio = (code) => store.measures.get(code)?.unit === "1";
  const unit = (code) => (isRatio(code) ? "" : named("unit", store.measures.get(code)?.unit ?? ""));
  const minus = (text) => text.replace("-", "−");
  const plain = (value) => minus(Number(value).toLocaleString("en-US", { maximumFractionDigits: 6 }));
  const tenths = (value) => minus(Number(value).toLocaleString("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
  const percent = (value) => tenths(Number(value) * 100) + "%";
  const titled = (code) => (unit(code) ? word("chart.unit", measureName(code), unit(code)) : measureName(code));
  const number = (code) => (isRatio(code) ? percent : plain);

  // --- controls ----------------------------------------------------------------------------------------------------

  function options(select, rows, chosen) {
    select.replaceChildren(...rows.map(([value, text]) => {
      const option = document.createElement("option");
      option.value = value;
      option.textContent = text;
      option.selected = String(value) === String(chosen);
      return option;
    }));
    select.disabled = rows.length < 2;
  }

  function path(code) {
    const chain = [];
    for (let at = code; at && store.places.has(at) && chain.length < 6; at = store.places.get(at).parent) chain.unshift(at);
    return chain;
  }

  function controls() {
    document.documentElement.lang = state.lang === "zh" ? "zh-CN" : "en";
    document.documentElement.dataset.theme = state.theme;
    document.title = word("page.title");
    document.querySelectorAll("[data-word]").forEach((e) => { e.textContent = word(e.dataset.word); });
    $("release").textContent = word("page.release", store.index.release);
    const chain = path(state.region);
    const below = (code) => (store.children.get(code) || []).map((p) =>
      [p.code, p.name + (p.years.length ? "" : "（" + word("page.no_report") + "）")]);
    const all = (name) => ["", name];
    options($("province"), [[NATION, store.places.get(NATION)?.name ?? NATION], ...below(NATION)], chain[1] ?? NATION);
    options($("prefecture"), [all(word("page.all")), ...(chain[1] ? below(chain[1]) : [])], chain[2] ?? "");
    options($("county"), [all(word("page.all")), ...(chain[2] ? below(chain[2]) : [])], chain[3] ?? "");
    for (const [id, key] of [["province", 0], ["prefecture", 1], ["county", 2]]) {
      $(id).setAttribute("aria-label", word("page.region") + " " + (key + 1));
    }
    options($("measure"), [...store.measures.values()].filter((m) => !m.code.endsWith(".*"))
      .map((m) => [m.code, measureName(m.code)]), state.measure);
    options($("basis"), ["bodies", "territory"].map((b) => [b, word("page.basis." + b)]), state.basis);
    options($("from"), store.index.years.map((y) => [y, y]), state.from);
    options($("to"), store.index.years.map((y) => [y, y]), state.to);
  }

  $("province").onchange = (e) => write({ region: e.target.value });
  $("prefecture").onchange = (e) => write({ region: e.target.value || $("province").value });
  $("county").onchange = (e) => write({ region: e.target.value || $("prefecture").value });
  $("measure").onchange = (e) => write({ measure: e.target.value });
  $("basis").onchange = (e) => write({ basis: e.target.value });
  $("from").onchange = (e) => write({ from: Number(e.target.value) });
  $("to").onchange = (e) => write({ to: Number(e.target.value) });
  $("language").onclick = () => write({ lang: state.lang === "zh" ? "en" : "zh" });
  $("theme").onclick = () => write({ theme: state.theme === "dark" ? "light" : "dark" });
  $("controls").onsubmit = (e) => e.preventDefault();
  addEventListener("hashchange", () => { state = read(); draw(); });
  let resized;
  addEventListener("resize", () => {
    Object.values(drawn).forEach((c) => c.resize());
    // How much fits below the years depends on the width.
    clearTimeout(resized);
    resized = setTimeout(draw, 200);
  });

  // --- what is shown -------------------------------------------------------------------------------------------------

  function years() {
    return store.index.years.filter((y) => y >= state.from && y <= state.to);
  }

  function facts(file, table) {
    return file.rows(table).filter((f) => f.basis === state.basis && f.measure === state.measure);
  }

  function points(file) {
    const byYear = new Map(facts(file, "measures").map((f) => [f.report_year, f]));
    return years().map((year) => {
      const f = byYear.get(year);
      return {
        year, value: f ? f.value : null, coverage: f ? f.coverage ?? 0 : 0, step: f ? f.comparability : "exact",
        n: f ? `${f.n_bodies}/${f.n_expected}` : "0", fact: f,
      };
    });
  }

  /** Draws into an element, or says in words that there is nothing to draw. */
  function chart(id, option, label, nothing) {
    const element = $(id);
    if (drawn[id]) { drawn[id].dispose(); delete drawn[id]; }
    element.classList.toggle("empty", !option);
    element.setAttribute("aria-label", option ? label : nothing);
    if (!option) { element.textContent = nothing; return; }
    element.textContent = "";
    drawn[id] = echarts.init(element, null, { renderer: "svg" });
    drawn[id].setOption(option);
  }

  /** How the newest figure moved, against all bodies and against the same ones; the table has percent of a quantity. */
  function movement(file, point) {
    if (point.step === "break") return word("change.break");
    const f = facts(file, "trends").find((t) => t.report_year === point.year);
    const said = (column) => {
      const value = f ? (isRatio(state.measure) ? f[column] : f[column + "_pct"]) : null;
      if (value === null || value === undefined) return null;
      const shown = isRatio(state.measure) ? value * 100 : value;
      return (shown > 0 ? "+" : "") + tenths(shown) + (isRatio(state.measure) ? word("change.points") : "%");
    };
    const whole = said("change");
    if (whole === null) return word(f && f.previous === 0 ? "change.from_zero" : "change.no_previous");
    const same = said("matched_change");
    return word("change.all", whole) + (same !== null ? word("change.matched", same, f.n_matched) : f.n_matched === 0 ? word("change.unmatched") : "")
      + (point.step === "near" ? word("change.near") : "");
  }

  function lead(file, all) {
    const place = store.places.get(state.region);
    $("where").textContent = path(state.region).slice(1).map((c) => store.places.get(c).name).join(" › ") || place.name;
    const last = [...all].reverse().find((p) => p.value !== null);
    const text = $("latest");
    text.replaceChildren();
    if (!last) {
      text.textContent = file.rows("coverage").length ? word("page.no_figure") : word("page.no_data");
      return;
    }
    const figure = document.createElement("b");
    figure.id = "figure";
    figure.textContent = number(state.measure)(last.value);
    const moved = document.createElement("span");
    moved.className = "moved";
    moved.textContent = movement(file, last);
    text.append(`${measureName(state.measure)} · ${last.year}: `, figure, ` ${unit(state.measure)} · `,
      word("basis.rests", last.n), moved);
  }

  function table(file, all) {
    const moved = new Map(facts(file, "trends").map((f) => [f.report_year, f]));
    const change = (f, column) => {
      // The table holds percent of a quantity; of a ratio the difference, shown in points of a hundred.
      const value = f ? (isRatio(state.measure) ? f[column] : f[column + "_pct"]) : null;
      if (value === null || value === undefined) return "–";
      const points = isRatio(state.measure);
      return (value > 0 ? "+" : "") + tenths(points ? value * 100 : value) + (points ? " " + word("points.short") : "%");
    };
    const head = ["column.year", "column.value", "column.unit", "column.bodies_of", "column.coverage", "column.change",
      "column.matched", "column.n_matched", "column.comparability"].map((k) => word(k));
    const rows = all.map((p) => {
      const f = moved.get(p.year);
      return [p.year, p.value === null ? "–" : number(state.measure)(p.value), unit(state.measure), p.n,
        p.fact ? percent(p.coverage) : "–", change(f, "change"), change(f, "matched_change"), f ? f.n_matched : "–",
        p.fact ? named("grade", p.step) : "–"];
    });
    const row = (cells, tag) => {
      const tr = document.createElement("tr");
      cells.forEach((c, i) => {
        const td = document.createElement(i === 0 ? "th" : tag);
        td.textContent = c;
        td.scope = tag === "th" ? "col" : "row";
        tr.append(td);
      });
      return tr;
    };
    const thead = document.createElement("thead");
    thead.append(row(head, "th"));
    const body = document.createElement("tbody");
    body.append(...rows.map((r) => row(r, "td")));
    $("table").replaceChildren(thead, body);
    $("table-region").setAttribute("aria-label", word("page.table"));
    $("download").onclick = () => download(all, moved);
  }

  /** The table as published, numbers unrounded: a missing figure is an empty cell. */
  function download(all, moved) {
    const columns = ["region_code", "region_name", "report_year", "basis", "measure", "value", "n_bodies", "n_missing",
      "n_expected", "coverage", "status", "comparability", "change_pct", "matched_change_pct", "n_matched"];
    const cell = (v) => {
      const text = v === null || v === undefined ? "" : String(v);
      const safe = typeof v === "string" && /^[=+\-@\t\r＝＋－＠]/.test(text) ? "'" + text : text;
      return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    };
    const lines = all.filter((p) => p.fact).map((p) => {
      const f = { ...p.fact, ...(moved.get(p.year) || {}), region_code: state.region,
        region_name: store.places.get(state.region).name };
      return columns.map((c) => cell(f[c])).join(",");
    });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + [columns.join(","), ...lines].join("\n") + "\n"], { type: "text/csv" }));
    link.download = `gongkai-${state.region}-${state.measure}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  function shares(file) {
    const shown = years();
    const rows = file.rows("channel_shares").filter((f) => f.basis === state.basis && shown.includes(f.report_year));
    const total = new Map();
    rows.forEach((f) => total.set(f.channel, (total.get(f.channel) || 0) + f.published));
    const order = [...total].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([c]) => c);
    const by = new Map(order.map((c) => [c, shown.map((y) =>
      rows.find((f) => f.channel === c && f.report_year === y)?.share ?? null)]));
    // The shares are as comparable as the channels that they are made of; a year before any figure breaks with nothing.
    const grades = file.rows("measures").filter((f) => f.basis === state.basis && f.measure.startsWith("channel."));
    const has = (y) => rows.some((f) => f.report_year === y);
    const breaks = shown.flatMap((y, i) => (has(y) && shown.slice(0, i).some(has)
      && grades.some((f) => f.report_year === y && f.comparability === "break") ? [i] : []));
    const bodies = (y) => rows.filter((f) => f.report_year === y).reduce((most, f) => (!most || f.n_bodies > most.n_bodies ? f : most), null);
    const axis = shown.map((y) => [y, bodies(y) ? `${bodies(y).n_bodies}/${bodies(y).n_expected}` : ""]);
    const said = shown.filter(has).map((y) => `${y}: ` + order.filter((c) => by.get(c)[shown.indexOf(y)] !== null)
      .map((c) => `${named("channel", c)} ${percent(by.get(c)[shown.indexOf(y)])}`).join(", ")).join("; ");
    const hasShare = rows.some((f) => f.share !== null);
    chart("channels", hasShare ? charts.channels(axis, by, breaks, {
      percent, channel: (c) => named("channel", c), broken: word("chart.break"),
    }, $("channels").clientWidth) : null, `${word("channels.chart")}. ${said}`, word(order.length ? "channels.zero" : "channels.none"));
  }

  /** The summary of the region and the last year shown: a link where it has been written, else the command that writes it. */
  function summary(file) {
    const named = [`${state.region}-${state.to}`, `${state.region}-${state.to}-en`];
    if (state.lang === "en") named.reverse();
    const name = named.find((n) => n in shelf);
    const place = store.places.get(state.region).name;
    const line = $("summary");
    line.replaceChildren();
    if (name) {
      for (const [ending, key] of [["html", "page.summary.open"], ["xlsx", "page.summary.workbook"]]) {
        const link = document.createElement("a");
        link.href = `../../../summaries/${name}.${ending}`;
        link.textContent = word(key, place, state.to);
        line.append(link, " ");
      }
      if (shelf[name] !== store.index.release) line.append(word("page.summary.other", shelf[name]));
    } else if (file.rows("coverage").some((f) => f.report_year === state.to)) {
      const command = document.createElement("code");
      command.textContent = `./gongkai summarize --region ${state.region} --year ${state.to}` + (state.lang === "en" ? " --lang en" : "");
      line.append(word("page.summary", place, state.to), " ", command);
    }
  }

  async function ranking(drawnFor) {
    const children = store.children.get(state.region) || [];
    const below = children.filter((p) => p.years.length > 0);
    const files = await Promise.all(below.map((p) => gongkai.load(p.code)));
    if (drawnFor !== state) return;
    const rows = files.flatMap((file, i) => facts(file, "measures")
      .filter((f) => f.report_year === state.to && f.value !== null)
      .map((f) => ({ code: below[i].code, name: below[i].name, value: f.value, n: `${f.n_bodies}/${f.n_expected}` })))
      .sort((a, b) => b.value - a.value);
    $("ranking-panel").hidden = children.length === 0;
    $("ranking-title").textContent = `${titled(state.measure)} · ${state.to}`;
    $("ranking-note").textContent = word(rows.length > charts.MOST_RANKED ? "page.ranked_most" : "page.ranked", children.length,
      rows.length, charts.MOST_RANKED);
    $("ranking").style.height = rows.length > 12 ? `${Math.min(charts.MOST_RANKED, rows.length) * 1.7 + 3}rem` : "";
    chart("ranking", rows.length ? charts.ranking(rows, {
      number: number(state.measure), measure: measureName(state.measure), bodies: word("column.bodies_of"),
    }) : null, `${word("page.ranking")}. ${rows.slice(0, charts.MOST_RANKED).map((r) => `${r.name} ${number(state.measure)(r.value)}`).join("; ")}`,
    word("page.no_below"));
    const shown = rows.slice(0, charts.MOST_RANKED).reverse();
    drawn.ranking?.on("click", (bar) => write({ region: shown[bar.dataIndex].code }));
    document.body.dataset.ready = "yes";
  }

  async function draw() {
    document.body.dataset.ready = "";
    controls();
    const drawnFor = state;
    try {
      const file = await gongkai.load(state.region);
      if (drawnFor !== state) return;
      const all = points(file);
      lead(file, all);
      $("trend-title").textContent = titled(state.measure);
      const said = all.map((p) => `${p.year}: ${p.value === null ? "–" : number(state.measure)(p.value)}`).join("; ");
      chart("trend", all.some((p) => p.value !== null) ? charts.trend(all, {
        number: number(state.measure), measure: measureName(state.measure), bodies: word("column.bodies_of"),
        coverage: word("page.coverage_band"), broken: word("chart.break"),
        grade: (g) => `${word("column.comparability")}: ${named("grade", g)}`,
      }, $("trend").clientWidth) : null, `${measureName(state.measure)}. ${said}`, word("page.no_figure"));
      shares(file);
      table(file, all);
      summary(file);
      await ranking(drawnFor);
    } catch (failure) {
      $("latest").textContent = word("page.failed", failure.message);
      document.body.dataset.ready = "failed";
    }
  }

  state = read();
  draw();
  gongkai.shelf().then((found) => {
    shelf = found;
    gongkai.load(state.region).then(summary);
  });
})();
