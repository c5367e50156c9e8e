// The statutory form on the page of a summary against the mart form_cells, cell for cell. The order of rows and columns
// is read from data/reference, the figures from the CSV of the release; nothing is shared with the code that drew the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const reference = join(import.meta.dirname, "..", "..", "data", "reference");
const read = (file) => JSON.parse(readFileSync(join(reference, file), "utf8"));
const forms = ["local", "2014", "2019", "2021"].map((form) => read(`forms/${form}.json`));
const identities = read("identities.json");
const isFor = (form, year) => year >= form.first_year && (form.last_year === null || form.last_year === undefined || year <= form.last_year);

/** The mart's row of a cell: [indicator, applicant, unit]. */
function cellOf(table, row, column) {
  const [indicator, applicant] = table.cell_code.replace("{row}", row.code).replace("{col}", column.code).split("|");
  return [indicator, !applicant || applicant === "requester.total" ? "_T" : applicant, column.unit];
}

/** Identities that the sums break, as far as every cell of them has a figure and none is approximate. */
function broken(form, value) {
  const found = [];
  for (const identity of identities.filter((i) => i.form === form.form && ["=", "<=", ">=max"].includes(i.op))) {
    if (identity.kind === "between_years" || [...identity.lhs, ...identity.rhs].some((c) => c.includes("*"))) continue;
    const requests = form.tables.find((t) => t.table === "requests");
    const columns = requests?.columns.filter((c) => c.role !== "heading").map((c) => c.code) ?? [];
    let places = [(code) => [code, "_T"]];
    if (identity.kind.startsWith("column_")) places = columns.map((c) => (code) => [code, c === "requester.total" ? "_T" : c]);
    if (identity.kind === "row_sum") {
      places = requests.rows.filter((r) => r.role !== "heading").map((r) => (c) => [r.code, c === "requester.total" ? "_T" : c]);
    }
    for (const place of places) {
      const [left, right] = [identity.lhs, identity.rhs].map((side) => side.map((code) => value(...place(code))));
      if ([...left, ...right].some((v) => v === null)) continue;
      const sum = (side) => side.reduce((a, b) => a + b, 0);
      const holds = { "=": () => Math.abs(sum(left) - sum(right)) < 1e-6, "<=": () => sum(left) <= sum(right) + 1e-6,
        ">=max": () => sum(left) >= Math.max(...right) - 1e-6 }[identity.op]();
      if (!holds) found.push(identity.id);
    }
  }
  return found;
}

/**
 * Compares every table of the section; gives how many cells were compared.
 *
 * @param page the summary
 * @param cells rows of form_cells of this region and year, basis bodies
 * @param number reads a printed number
 */
export async function formIs(page, what, year, cells, number) {
  const shown = await page.$$eval("table.form", (all) => all.map((t) =>
    [...t.querySelectorAll("tbody tr")].map((tr) => [...tr.children].map((td) => td.textContent.trim()))));
  const footnotes = await page.$$eval("#form p.note", (all) => all.filter((p) => /^\[\d+\]/.test(p.textContent)).length);
  let compared = 0;
  let breaches = 0;
  const same = (text, expected, place) => {
    if (!expected || expected.value === "") assert(text.startsWith("–"), `${what} ${place}: no figure in the mart, the page says ${text}`);
    else assert.equal(number(text), Number(expected.value), `${what} ${place}: the page says ${text}, the mart ${expected.value}`);
    compared++;
  };
  for (const form of forms) {
    const own = cells.filter((c) => c.form === form.form);
    if (!isFor(form, year) && own.length === 0) continue;
    const find = (indicator, requester, unit) =>
      own.find((c) => c.indicator === indicator && c.requester === requester && (unit === undefined || c.unit === unit));
    for (const table of form.tables) {
      const rows = shown.shift();
      assert(rows, `${what}: the page lacks the table ${table.title}`);
      assert.equal(rows.length, table.rows.length, `${what}: rows of ${table.title}`);
      table.rows.forEach((row, i) => {
        if (row.role === "heading") return;
        if (table.layout === "list") {
          same(rows[i][3], find(row.code, "_T", row.unit), row.code);
          return;
        }
        table.columns.filter((c) => c.role !== "heading").forEach((column, k) =>
          same(rows[i][k + 1], find(...cellOf(table, row, column)), `${row.code} ${column.code}`));
      });
    }
    breaches += broken(form, (indicator, requester) => {
      const cell = find(indicator, requester);
      return cell && cell.value !== "" && cell.n_approximate === "0" ? Number(cell.value) : null;
    }).length;
  }
  assert.equal(shown.length, 0, `${what}: tables that no form has`);
  assert(footnotes >= breaches, `${what}: ${breaches} identities do not hold for the sums, ${footnotes} footnotes say so`);
  return { compared, breaches };
}
