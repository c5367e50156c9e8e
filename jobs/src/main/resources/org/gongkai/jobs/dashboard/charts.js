// The three charts. Each takes plain facts and gives ECharts its options; none looks at the page.
"use strict";

const charts = (() => {
  const light = ["#1f5f8b", "#4f9d8c", "#d98e32", "#9a5b8f", "#7d8a96", "#b5503f", "#6f7fc1", "#a09a4b"];
  const dark = ["#5da3d3", "#64b8a5", "#e0a458", "#bd85b3", "#93a0ac", "#d27a69", "#929fdb", "#bfb96a"];

  function look() {
    const style = getComputedStyle(document.documentElement);
    const isDark = document.documentElement.dataset.theme === "dark";
    return {
      colours: isDark ? dark : light,
      ink: style.getPropertyValue("--ink").trim(),
      soft: style.getPropertyValue("--soft").trim(),
      line: style.getPropertyValue("--line").trim(),
      card: style.getPropertyValue("--card").trim(),
      warn: style.getPropertyValue("--warn").trim(),
    };
  }

  const MOST_RANKED = 40;

  const escape = (text) => echarts.format.encodeHTML(String(text));

  function frame(theme) {
    return {
      animation: false,
      color: theme.colours,
      textStyle: { color: theme.ink, fontFamily: "inherit" },
      tooltip: {
        trigger: "axis", backgroundColor: theme.card, borderColor: theme.line, textStyle: { color: theme.ink },
        confine: true,
      },
      grid: { left: 8, right: 16, top: 26, bottom: 8, containLabel: true },
    };
  }

  const axis = (theme) => ({
    axisLabel: { color: theme.soft }, axisLine: { onZero: false, lineStyle: { color: theme.line } },
    splitLine: { lineStyle: { color: theme.line } },
  });

  /**
   * An axis of years, with the bodies behind each figure below it, as far as there is room, and years of two digits where
   * four would run together: years [[year, "18/21"]].
   */
  function yearAxis(theme, years, width) {
    const isRoomy = years.every(([, n]) => (n.length * 6 + 6) * years.length < width);
    const name = (year) => (36 * years.length < width ? String(year) : `'${String(year).slice(-2)}`);
    return {
      type: "category", data: years.map(([year, n]) => (isRoomy && n ? `{y|${name(year)}}\n{n|${n}}` : name(year))), ...axis(theme),
      axisTick: { show: false },
      axisLabel: { color: theme.soft, fontSize: 12, lineHeight: 16, hideOverlap: true, rich: { y: { fontSize: 12, color: theme.soft, lineHeight: 18 }, n: { fontSize: 10, color: theme.soft, lineHeight: 14 } } },
    };
  }

  /** Marks between two years, on a value axis of their own; at: indexes of the years that no longer compare. */
  function cuts(theme, at, text) {
    return { type: "line", xAxisIndex: 1, data: [], silent: true, markLine: {
      symbol: "none", silent: true, lineStyle: { color: theme.warn, type: "dashed", width: 1.5 },
      data: at.map((i) => ({ xAxis: i - 0.5, label: { formatter: text, color: theme.warn, position: "end" } })),
    } };
  }

  /**
   * A line over the years: near steps are dashed, a break cuts it and is marked, a year without a figure is a gap. The
   * band behind is the coverage. points: [{year, value, coverage, step, n}], value null where there is none; width of the
   * drawing in pixels.
   */
  function trend(points, say, width) {
    const theme = look();
    const segments = [];
    let current = null;
    points.forEach((p, i) => {
      const joins = p.value !== null && i > 0 && points[i - 1].value !== null && p.step !== "break";
      if (p.value === null) { current = null; return; }
      const dashed = joins && p.step === "near";
      if (!joins) current = { dashed: null, from: i };
      if (joins && (current === null || current.dashed !== dashed)) {
        current = { dashed, from: i - 1 };
      }
      if (!segments.includes(current)) segments.push(current);
      current.to = i;
    });
    const lines = segments.map((s, k) => ({
      type: "line", name: say.measure, silent: k > 0, symbolSize: 9, symbol: "circle", connectNulls: false, z: 3,
      data: points.map((p, i) => (i >= s.from && i <= s.to ? p.value : null)),
      lineStyle: { width: 3, type: s.dashed ? "dashed" : "solid", color: theme.colours[0] },
      itemStyle: { color: theme.colours[0] },
      // Where two pieces meet, the first one says the figure.
      label: { show: points.length <= 14, position: "top", color: theme.ink,
        formatter: (d) => (segments.some((t, j) => j < k && d.dataIndex >= t.from && d.dataIndex <= t.to) ? "" : say.number(d.value)) },
    }));
    const breaks = points.flatMap((p, i) => (i > 0 && p.step === "break"
      && (p.value !== null || points[i - 1].value !== null)
      ? [i] : []));
    return {
      ...frame(theme),
      tooltip: {
        ...frame(theme).tooltip,
        formatter: (items) => {
          const p = points[items[0].dataIndex];
          return `<b>${p.year}</b><br>${escape(say.measure)}: ${p.value === null ? "–" : escape(say.number(p.value))}`
            + `<br>${escape(say.bodies)}: ${p.n}<br>${escape(say.coverage)}: ${Math.round(p.coverage * 100)}%`
            + (p.step === "exact" ? "" : `<br>${escape(say.grade(p.step))}`);
        },
      },
      xAxis: [
        yearAxis(theme, points.map((p) => [p.year, p.fact ? p.n : ""]), width - 110),
        { type: "value", min: -0.5, max: points.length - 0.5, show: false },
      ],
      yAxis: [
        { type: "value", min: 0, ...axis(theme), axisLabel: { color: theme.soft, formatter: say.number } },
        { type: "value", min: 0, max: 1, interval: 0.5, ...axis(theme), splitLine: { show: false },
          axisLabel: { color: theme.soft, formatter: (v) => Math.round(v * 100) + "%" } },
      ],
      series: [
        { type: "bar", name: say.coverage, yAxisIndex: 1, z: 1, silent: true, barWidth: "100%", barGap: 0,
          itemStyle: { color: theme.colours[4], opacity: 0.14 }, data: points.map((p) => p.coverage) },
        ...lines,
        cuts(theme, breaks, say.broken),
      ],
    };
  }

  /**
   * Shares of the channels, a bar a year. years: [[year, bodies]]; shares: Map channel → [share or null by year]; breaks:
   * indexes of the years whose shares do not compare with those before.
   */
  function channels(years, shares, breaks, say, width) {
    const theme = look();
    return {
      ...frame(theme),
      grid: { left: 8, right: 16, top: breaks.length ? 60 : 42, bottom: 8, containLabel: true },
      legend: { top: 0, textStyle: { color: theme.ink, fontSize: 12 }, itemWidth: 14, itemHeight: 10, itemGap: 8 },
      tooltip: { ...frame(theme).tooltip, valueFormatter: (v) => (v === null || v === undefined ? "–" : say.percent(v)) },
      xAxis: [yearAxis(theme, years, width - 60), { type: "value", min: -0.5, max: years.length - 0.5, show: false }],
      yAxis: { type: "value", min: 0, max: 1, ...axis(theme), axisLabel: { color: theme.soft, formatter: (v) => Math.round(v * 100) + "%" } },
      series: [...[...shares].map(([channel, values]) => ({
        type: "bar", stack: "share", name: say.channel(channel), data: values, barMaxWidth: 54,
        label: { show: true, color: "#fff", fontSize: 11, formatter: (d) => (d.value > 0.07 ? Math.round(d.value * 100) + "%" : "") },
      })), cuts(theme, breaks, say.broken)],
    };
  }

  /** Regions by value, the largest on top, as many as can be read. rows: [{name, value, n}]. */
  function ranking(rows, say) {
    const theme = look();
    const shown = rows.slice(0, MOST_RANKED).reverse();
    return {
      ...frame(theme),
      grid: { left: 8, right: 72, top: 8, bottom: 8, containLabel: true },
      tooltip: {
        ...frame(theme).tooltip, axisPointer: { type: "shadow" },
        formatter: (items) => {
          const r = shown[items[0].dataIndex];
          return `<b>${escape(r.name)}</b><br>${escape(say.measure)}: ${escape(say.number(r.value))}<br>${escape(say.bodies)}: ${r.n}`;
        },
      },
      xAxis: { type: "value", min: 0, ...axis(theme), axisLabel: { color: theme.soft, formatter: say.number, hideOverlap: true } },
      yAxis: { type: "category", data: shown.map((r) => r.name), ...axis(theme), axisTick: { show: false }, axisLabel: { color: theme.ink, width: 110, overflow: "truncate" } },
      series: [{ type: "bar", data: shown.map((r) => r.value), barMaxWidth: 22, cursor: "pointer", itemStyle: { color: theme.colours[0] },
        label: { show: true, position: "right", color: theme.ink, formatter: (d) => say.number(d.value) } }],
    };
  }

  return { trend, channels, ranking, MOST_RANKED };
})();
