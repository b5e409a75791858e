import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { REPORTS } from "../../src/reports/index.ts";
import { ROOT, runCli } from "../support/run-cli.ts";
import { hasChromium, openBrowser } from "./chromium.ts";

/** Milliseconds that a browser, or a page, may take to open on a busy machine. */
const SLOW = 60_000;
const WIDTHS = [360, 768, 1440];
const SCHEMES = ["light", "dark"] as const;

/** Where colours are looked at too, which takes most of the time: they do not depend on the width. */
const COLOURS_AT = 768;

/** What axe finds on the open page, as one line each. */
function find(hasColours: boolean): string {
  const rules = { "color-contrast": { enabled: hasColours } };
  const options = JSON.stringify({ resultTypes: ["violations"], rules });
  return `axe.run(document, ${options}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))`;
}
const OPEN_ALL = `for (const one of document.querySelectorAll("details")) one.open = true;`;
const SIDEWAYS = "document.documentElement.scrollWidth - innerWidth";
/** What shows at the edge of a table that there is more of it. */
const EDGE = `getComputedStyle(document.querySelector(".scroll")).backgroundImage`;
const HEAD = `getComputedStyle(document.querySelector("th button")).display`;
/** Labels of a chart that lie over each other or beyond its edge. */
const OVERLAPS = `[...document.querySelectorAll("svg")].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  if (frame.width === 0) return [];
  const labels = [...svg.querySelectorAll("text")].filter((text) => text.textContent !== "");
  const boxes = labels.map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
  const cut = boxes.filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1);
  const over = boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) =>
    Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1 &&
    Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 4,
  ).map((b) => a.text + " over " + b.text));
  return [...cut.map(({ text }) => text + " is cut"), ...over];
})`;

let browser: Browser | null = null;
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pm-pages-"));
  if (hasChromium) browser = await openBrowser();
}, SLOW);
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The files of pages that are written already, by the name of their report. */
const written = new Map<string, Promise<string>>();

async function writePage(name: string): Promise<string> {
  const output = join(folder, `${name}.html`);
  const { code, stderr } = await runCli([name, "--dir", "examples", "--output", output], {
    cwd: ROOT,
  });
  expect(code, stderr).toBe(0);
  return pathToFileURL(output).href;
}

/** The address of the page of a report of the examples, which is written once. */
function addressOf(name: string): Promise<string> {
  const address = written.get(name) ?? writePage(name);
  written.set(name, address);
  return address;
}

/** Opens the page of a report of the examples, and sees to it that it fetches nothing. */
async function openPage(name: string, options: BrowserContextOptions): Promise<Page> {
  const address = await addressOf(name);
  const context = await browser?.newContext(options);
  const page = await context?.newPage();
  if (!page) throw new Error("There is no browser");
  const trouble: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(address)) trouble.push(request.url());
  });
  page.on("console", (message) => trouble.push(message.text()));
  await page.goto(address);
  expect(trouble).toEqual([]);
  return page;
}

describe.skipIf(!hasChromium)("the page of every report, where chromium is installed", () => {
  describe.each(REPORTS)("$name", ({ name }) => {
    let page: Page;
    beforeAll(async () => {
      page = await openPage(name, {});
    }, SLOW);
    afterAll(() => page.context().close());

    const looks = WIDTHS.flatMap((width) => SCHEMES.map((colorScheme) => ({ width, colorScheme })));
    test.each(looks)("$width wide, $colorScheme", async ({ width, colorScheme }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.reload();
      expect(await page.evaluate(SIDEWAYS)).toBeLessThanOrEqual(0);
      expect(await page.evaluate(OVERLAPS)).toEqual([]);
      await page.evaluate(OPEN_ALL);
      await page.evaluate(axe.source);
      expect(await page.evaluate(find(width === COLOURS_AT))).toEqual([]);
    });

    test("says the same without its script", async () => {
      const plain = await openPage(name, { javaScriptEnabled: false });
      await page.reload();
      const texts = await Promise.all(
        [page, plain].map((one) => one.locator("body").textContent()),
      );
      expect(texts[0]).toBe(texts[1]);
      await plain.context().close();
    });
  });

  test.each(["A4", "Letter"])("a page prints on %s with its tables", async (format) => {
    const page = await openPage("gaps", { viewport: { width: 800, height: 900 } });
    expect(await page.evaluate(EDGE)).toContain("linear-gradient");
    await page.emulateMedia({ media: "print" });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator("table").first().isVisible()).toBe(true);
    expect(await page.evaluate(SIDEWAYS)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(EDGE)).toBe("none");
    // Chromium leaves boxes of buttons out where it repeats the head of a table on the next page.
    expect(await page.evaluate(HEAD)).toBe("contents");
    const pdf = await page.pdf({ format });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await page.context().close();
  });

  test("its tables are sorted and filtered by keyboard", async () => {
    const page = await openPage("gaps", {});
    await page.evaluate(OPEN_ALL);
    const cells = () => page.locator("tbody tr:visible td:first-child").allTextContents();
    const before = await cells();
    await page.getByRole("button", { name: "Competency" }).focus();
    await page.keyboard.press("Enter");
    expect(await cells()).toEqual(before.toSorted());
    await page.getByRole("searchbox").fill("caching");
    expect(await cells()).toEqual(["Cache stampede caching.stampede", "Caching caching"]);
    await page.context().close();
  });
});
