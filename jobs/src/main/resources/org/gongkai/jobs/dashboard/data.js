// The data of the page. Every file of data/ is a call of one of the functions below; a page opened from a folder may run
// scripts and may not fetch. A region's file is loaded once, when it is first asked for.
"use strict";

const gongkai = (() => {
  const regions = new Map();
  const waiting = new Map();
  const store = { words: {}, index: null, summaries: {} };

  /**
   * Rows of arrays, texts as indexes into one list, become rows of objects; a missing cell is null. A table is unpacked
   * when it is first asked for: of the regions that are only ranked, that is one table of several.
   */
  function unpack(file) {
    const tables = {};
    const rows = (name) => {
      const table = file.tables[name];
      const texts = table ? table.columns.map((column) => store.texts.has(column)) : [];
      return !table ? [] : table.rows.map((row) => {
        const fact = {};
        table.columns.forEach((column, i) => { fact[column] = texts[i] && row[i] !== null ? file.words[row[i]] : row[i]; });
        return fact;
      });
    };
    return { code: file.code, rows: (name) => { tables[name] ??= rows(name); return tables[name]; } };
  }

  // Columns whose cells are texts.
  store.texts = new Set(["basis", "measure", "status", "comparability", "channel", "platform", "as_of_first", "as_of_last",
    "rule", "form", "indicator", "requester", "unit", "body", "kind", "scope", "published_on", "title", "source"]);

  return {
    store,
    words: (words) => { store.words = words; },
    index: (index) => {
      store.index = index;
      store.places = new Map(index.regions.map(([code, name, level, parent, years]) =>
        [code, { code, name, level, parent, years }]));
      store.children = new Map();
      for (const place of store.places.values()) {
        if (!store.children.has(place.parent)) store.children.set(place.parent, []);
        store.children.get(place.parent).push(place);
      }
      store.measures = new Map(index.measures_dictionary.map(([code, zh, en, unit, kind]) =>
        [code, { code, zh, en, unit, kind }]));
    },
    summaries: (releases) => { store.summaries = releases; },
    region: (file) => { regions.set(file.code, unpack(file)); },

    /**
     * What summaries there are beside the release, as a promise: name → number of the release. A release that stands
     * alone, outside a home, has none and is not searched for them.
     */
    shelf() {
      if (!/\/release\/(current|\d+)\/dashboard\/(index\.html)?$/.test(location.pathname)) return Promise.resolve({});
      return new Promise((done) => {
        const script = document.createElement("script");
        script.src = "../../../summaries/index.js";
        script.onload = () => { script.remove(); done(store.summaries); };
        script.onerror = () => { script.remove(); done({}); };
        document.head.append(script);
      });
    },

    /** The file of a region, as a promise; an empty one where no report speaks of it. */
    load(code) {
      if (regions.has(code)) return Promise.resolve(regions.get(code));
      const place = store.places.get(code);
      if (!place || place.years.length === 0) return Promise.resolve({ code, rows: () => [] });
      if (!waiting.has(code)) {
        waiting.set(code, new Promise((done, failed) => {
          const script = document.createElement("script");
          script.src = "data/" + code.replace(/[^0-9A-Za-z]/g, "_") + ".js";
          script.onload = () => { script.remove(); done(regions.get(code)); };
          script.onerror = () => { waiting.delete(code); failed(new Error(script.src)); };
          document.head.append(script);
        }));
      }
      return waiting.get(code);
    },
  };
})();
