// Opens the dashboard and summaries of a home in Chromium, from the disk and from a plain web server, and compares what
// they show with the CSV of the release. Nothing may be asked of the network and nothing may be complained of.
//
//   node pages.mjs HOME [FOLDER FOR SCREENSHOTS]
import { chromium } from "playwright-core";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, normalize, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { formIs } from "./form.mjs";

const [home, shots] = process.argv.slice(2).map((p) => resolve(p));
if (!home) {
  console.error("usage: node pages.mjs HOME [FOLDER FOR SCREENSHOTS]");
  process.exit(2);
}
const release = join(home, "release", "current");
const summaries = join(home, "summaries");
const browserPath = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
assert(browserPath, "no Chromium: install it (apt-get install chromium fonts-noto-cjk) or name it in CHROMIUM");

/** RFC 4180, as far as our own files use it. */
function csv(file) {
  const text = readFileSync(file, "utf8").replace(/^\ufeff/, "");
  const rows = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    const row = rows[rows.length - 1];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') { row[row.length - 1] += '"'; i++; } else if (c === '"') quoted = false; else row[row.length - 1] += c;
    } else if (c === '"') quoted = true;
    else if (c === ",") row.push("");
    else if (c === "\n") rows.push([""]);
    else row[row.length - 1] += c;
  }
  const [head, ...body] = rows;
  return body.filter((r) => r.length === head.length).map((r) => Object.fromEntries(head.map((h, i) => [h, r[i]])));
}

const measures = csv(join(release, "csv", "measures.csv")).filter((r) => r.requester === "_T");
const trends = csv(join(release, "csv", "trends.csv")).filter((r) => r.requester === "_T" && r.basis === "bodies");
const cells = csv(join(release, "csv", "form_cells.csv")).filter((r) => r.basis === "bodies");
const find = (region, year, measure, basis = "bodies") => measures.find((r) =>
  r.region_code === region && r.report_year === String(year) && r.measure === measure && r.basis === basis);
/** A number as it is printed: with its commas, its minus sign and whatever unit follows. */
const number = (text) => Number(text.replaceAll(",", "").replace("−", "-").replace(/\s*(%|百分点|pp)$/, ""));

const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8" };
const server = createServer((request, response) => {
  const file = join(home, normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname)));
  if (!file.startsWith(home) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
  response.end(readFileSync(file));
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const served = `http://127.0.0.1:${server.address().port}`;

const profile = mkdtempSync(join(tmpdir(), "gongkai-browser-"));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: browserPath,
  headless: true,
  acceptDownloads: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
let checks = 0;
const complaints = [];
const asked = [];

async function open(address, { width = 1280, height = 900, scheme = "light" } = {}) {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme });
  page.on("console", (m) => { if (["error", "warning"].includes(m.type())) complaints.push(`${address}: ${m.text()}`); });
  page.on("pageerror", (e) => complaints.push(`${address}: ${e.message}`));
  page.on("dialog", (d) => { complaints.push(`${address}: a dialog, ${d.message()}`); d.dismiss(); });
  page.on("request", (r) => {
    if (!/^(file|data|blob):/.test(r.url()) && !r.url().startsWith(served)) asked.push(r.url());
  });
  await page.goto(address);
  return page;
}

async function shot(page, name) {
  if (shots) {
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, name + ".png"), fullPage: true });
  }
}

const ready = (page) => page.waitForSelector('body[data-ready="yes"]', { timeout: 20000 });

async function noSideScroll(page, what) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert(over <= 1, `${what} scrolls sideways by ${over} px`);
  checks++;
}

/** Every year of the table on the page is the figure of the mart, and the same blanks are blank. */
async function tableIs(page, region, measure) {
  const rows = await page.$$eval("#table tbody tr", (trs) => trs.map((tr) => [...tr.children].map((c) => c.textContent)));
  assert(rows.length > 0, `${region}: the table has no rows`);
  for (const [year, value, , bodies, , change, matched] of rows) {
    const expected = find(region, year, measure);
    if (!expected || expected.value === "") {
      assert.equal(value, "–", `${region} ${year} ${measure}: a missing figure is a dash and never 0`);
    } else {
      const factor = expected.unit === "1" ? 100 : 1;
      const tolerance = expected.unit === "1" ? 0.051 : 1e-6;
      assert(Math.abs(number(value) - Number(expected.value) * factor) < tolerance,
        `${region} ${year} ${measure}: the page says ${value}, the mart ${expected.value}`);
      const moved = trends.find((r) => r.region_code === region && r.report_year === year && r.measure === measure);
      for (const [shown, column] of [[change, "change"], [matched, "matched_change"]]) {
        // Percent of a quantity as published; of a ratio the difference in points of a hundred.
        const published = expected.unit === "1" ? moved?.[column] : moved?.[column + "_pct"];
        if (!published) assert.equal(shown, "–", `${region} ${year} ${measure}: ${column} is missing`);
        else {
          const percent = Number(published) * (expected.unit === "1" ? 100 : 1);
          assert(Math.abs(number(shown) - percent) < 0.051,
            `${region} ${year} ${measure}: the page says ${column} ${shown}, the mart ${percent}`);
        }
        checks++;
      }
      assert.equal(bodies, `${expected.n_bodies}/${expected.n_expected}`, `${region} ${year} ${measure}: bodies`);
    }
    checks++;
  }
}

async function dashboard(base, name) {
  const began = Date.now();
  const page = await open(base + "/release/current/dashboard/index.html");
  await ready(page);
  console.log(`${name}: first view after ${Date.now() - began} ms`);
  await tableIs(page, new URLSearchParams(new URL(page.url()).hash.slice(1)).get("region") ?? await page.inputValue("#province"), "requests.received");
  const province = await page.inputValue("#province");
  const prefecture = await page.$eval("#prefecture", (s) => [...s.options].find((o) => o.value && !o.textContent.includes("没有")).value);
  const then = Date.now();
  await page.selectOption("#prefecture", prefecture);
  await ready(page);
  console.log(`${name}: region ${prefecture} after ${Date.now() - then} ms`);
  await tableIs(page, prefecture, "requests.received");
  for (const measure of ["publication.total", "outcome.disclosure_rate", "channel.weibo", "requests.carried_in"]) {
    await page.selectOption("#measure", measure);
    await ready(page);
    await tableIs(page, prefecture, measure);
  }
  await page.selectOption("#measure", "requests.received");
  await ready(page);
  const said = await page.textContent("#figure");
  const years = measures.filter((r) => r.region_code === prefecture && r.measure === "requests.received" && r.basis === "bodies" && r.value !== "");
  assert.equal(number(said), Number(years[years.length - 1].value), "the figure on top is the newest of the mart");
  checks++;
  await linksToSummaries(page, prefecture);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#download")]);
  const rows = csv(await download.path());
  for (const row of rows) {
    assert.equal(row.value, find(prefecture, row.report_year, "requests.received").value, "the download holds the mart's figures");
    checks++;
  }
  // A view is an address: opened again it is the same.
  const link = page.url();
  assert(link.includes(`region=${prefecture}`), "the address names the region");
  const again = await open(link);
  await ready(again);
  assert.equal(await again.textContent("#where"), await page.textContent("#where"), "a deep link opens the same view");
  await again.close();
  // Everything can be reached with the keyboard.
  await page.focus("#province");
  for (const id of ["prefecture", "county", "measure", "basis", "from", "to", "download"]) {
    for (let i = 0; i < 6 && (await page.evaluate(() => document.activeElement.id)) !== id; i++) await page.keyboard.press("Tab");
    if (await page.$eval("#" + id, (e) => e.disabled)) continue;
    assert.equal(await page.evaluate(() => document.activeElement.id), id, `${id} is reached with the tabulator`);
    checks++;
  }
  assert((await page.getAttribute("#trend", "aria-label")).length > 20, "the chart says its figures to those who do not see it");
  await page.close();
  return { province, prefecture };
}

/** The dashboard links to a summary that is there and to no other. */
async function linksToSummaries(page, region) {
  for (const year of await page.$$eval("#to option", (all) => all.map((o) => o.value))) {
    await page.selectOption("#to", year);
    await ready(page);
    const links = await page.$$eval("#summary a", (all) => all.map((a) => a.getAttribute("href")));
    const written = existsSync(join(summaries, `${region}-${year}.html`)) || existsSync(join(summaries, `${region}-${year}-en.html`));
    assert.equal(links.length > 0, written, `${region} ${year}: a link where there is a summary`);
    for (const link of links) assert(existsSync(join(release, "dashboard", link)) || existsSync(join(home, "summaries", link.split("/").pop())), `${link} leads somewhere`);
    checks++;
  }
}

async function summary(base) {
  const pages = readdirSync(summaries).filter((f) => f.endsWith(".html"));
  assert(pages.length > 0, `no summary in ${summaries}`);
  for (const file of pages) {
    const [region, year] = file.replace(".html", "").split("-");
    const page = await open(`${base}/summaries/${file}`);
    const big = await page.$$eval(".figure", (all) => all.map((f) => f.querySelector(".big").firstChild.textContent.trim()));
    const expected = find(region, year, "publication.total");
    if (big.length > 0 && expected?.value) {
      assert.equal(number(big[0]), Number(expected.value), `${file}: the first figure is the mart's`);
      checks++;
    }
    if (base.startsWith("file:") && big.length > 0) {
      const { compared, breaches } = await formIs(page, file, Number(year),
        cells.filter((c) => c.region_code === region && c.report_year === year), number);
      checks += compared;
      if (region === "640000") console.log(`${file}: ${compared} cells of the form are the mart's, ${breaches} identities footnoted`);
    }
    assert.equal(await page.$$eval("script", (s) => s.length), 0, `${file} holds no script`);
    await noSideScroll(page, file);
    await page.close();
  }
  return pages;
}

try {
  const disk = pathToFileURL(home).href;
  const { province } = await dashboard(disk, "from the disk");
  await dashboard(served, "from a server");
  const pages = await summary(disk);
  await summary(served);
  for (const [lang, scheme, width] of [["zh", "light", 1280], ["en", "dark", 1280], ["zh", "dark", 390], ["en", "light", 390]]) {
    const name = `${lang}-${scheme}-${width}`;
    for (const measure of ["requests.received", "publication.total"]) {
      const page = await open(`${disk}/release/current/dashboard/index.html#region=${province}&measure=${measure}&lang=${lang}&theme=${scheme}`, { width, scheme });
      await ready(page);
      await noSideScroll(page, `dashboard ${name}`);
      await shot(page, `dashboard-${measure}-${name}`);
      await page.close();
    }
    for (const file of pages.filter((f) => f.startsWith("640")).slice(0, 4)) {
      const page = await open(`${disk}/summaries/${file}`, { width, scheme });
      await noSideScroll(page, `${file} ${name}`);
      await shot(page, `${file.replace(".html", "")}-${scheme}-${width}`);
      await page.close();
    }
  }
  assert.deepEqual(complaints, [], "the pages complain of nothing");
  assert.deepEqual(asked, [], "the pages ask nothing of the network");
  console.log(`${checks} checks hold, nothing asked of the network, no error in the console`);
} finally {
  await context.close();
  server.close();
  rmSync(profile, { recursive: true, force: true });
}
