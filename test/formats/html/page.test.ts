import { createHash } from "node:crypto";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, test } from "vitest";
import type { Report } from "../../../src/core/table.ts";
import { html } from "../../../src/formats/tables/html.ts";
import { CHARTS, HOSTILE_REPORT } from "../tables/hostile-report.ts";
import { column, report, section } from "../tables/sample-reports.ts";

const look = { color: false, width: null };

/** All that a page is made of; anything else came from a document. */
const TAGS = new Set(
  [
    ...["html", "head", "meta", "title", "style", "body", "a", "header", "nav", "main", "section"],
    ...["footer", "script", "h1", "h2", "p", "ul", "li", "strong", "span", "figure", "figcaption"],
    ...["div", "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td"],
    ...["svg", "g", "path", "rect", "text", "line", "circle", "code"],
  ].values(),
);

interface Found {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
}

function elementsOf(node: DefaultTreeAdapterTypes.Node): readonly Found[] {
  const children = "childNodes" in node ? node.childNodes.flatMap(elementsOf) : [];
  if (!("tagName" in node)) return children;
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
  return [{ tag: node.tagName, attributes }, ...children];
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ("tagName" in node && ["style", "script"].includes(node.tagName)) return "";
  if (node.nodeName === "#text" && "value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join(" ") : "";
}

async function page(one: Report) {
  const text = await html.render(one, look);
  const tree = parse(text);
  return { text, elements: elementsOf(tree), words: textOf(tree) };
}

const hostile = CHARTS.map((chart) => ({
  chart,
  built: {
    ...HOSTILE_REPORT,
    sections: HOSTILE_REPORT.sections.map((one) => ({ ...one, chart })),
  },
}));

describe.each(hostile)("a page of hostile texts with a $chart.kind", ({ built }) => {
  test("turns none of them into markup", async () => {
    const { elements, words } = await page(built);
    expect(elements.filter(({ tag }) => !TAGS.has(tag))).toEqual([]);
    expect(elements.filter(({ tag }) => tag === "script").length).toBe(1);
    const names = elements.flatMap(({ attributes }) => [...attributes.keys()]);
    expect(names.filter((name) => name === "style" || name.startsWith("on"))).toEqual([]);
    expect(words).toContain("<b>e</b> <!-- f --> [g](h) &amp; \\");
  });

  test("leads to files alone", async () => {
    const { elements } = await page(built);
    const urls = elements.flatMap(({ attributes }) => attributes.get("href") ?? []);
    expect(urls.length).toBeGreaterThan(10);
    expect(urls.filter((url) => /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url))).toEqual([]);
  });
});

test("shows as code what a remark has between backticks, and leaves it in cells", async () => {
  const note = "See `pm lint`.";
  const column = { key: "a", label: "A", type: "text", priority: 1 } as const;
  const one = section({ columns: [column], rows: [["a `b` c"]], notes: [note] });
  const none = section({ rows: [], whenEmpty: "Run `pm new`." });
  const text = await html.render(report({ sections: [one, none], notes: [note] }), look);
  expect(text.match(/See <code>pm lint<\/code>\./gu)?.length).toBe(2);
  expect(text).toContain("Run <code>pm new</code>.");
  expect(text).toContain("a `b` c");
});

test("runs and loads nothing but what its policy names", async () => {
  const { text, elements } = await page(HOSTILE_REPORT);
  const policy = elements.find(({ attributes }) => attributes.has("http-equiv"));
  const named = policy?.attributes.get("content") ?? "";
  expect(named).toContain("default-src 'none'");
  expect(named).not.toContain("unsafe");
  for (const tag of ["style", "script"]) {
    const [, content = ""] = new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(text) ?? [];
    const hash = createHash("sha256").update(content).digest("base64");
    expect(named).toContain(`${tag}-src 'sha256-${hash}'`);
  }
});

const gaps = section({
  key: "gaps",
  columns: [
    column({ key: "group", label: "Competency" }),
    column({ key: "incidents", label: "Incidents", type: "count" }),
    column({ key: "note", label: "Note", priority: 3 }),
  ],
  rows: [
    ["tracing", 4, "x"],
    ["caching", 2, "y"],
  ],
  chart: { kind: "ranking", label: "group", value: "incidents" },
  places: [[{ path: "a b.md", line: 12 }], [{ path: "c/[person].md", line: 3 }]],
});

describe("a section with a chart", () => {
  test("says in words what the chart shows", async () => {
    const { elements } = await page(report({ sections: [gaps] }));
    const images = elements.filter(({ attributes }) => attributes.get("role") === "img");
    expect(images.map(({ attributes }) => attributes.get("aria-label"))).toEqual([
      "Incidents by competency: tracing 4; caching 2.",
      "Incidents by competency: tracing 4; caching 2.",
    ]);
  });

  test("has its table behind a disclosure, with links to the sentences", async () => {
    const { text } = await page(report({ sections: [gaps] }));
    expect(text).toContain("<summary>Table of 2 rows</summary>");
    expect(text).toContain('<a href="a%20b.md#L12">a b.md:12</a>');
    expect(text).toContain("c/[person].md:3");
    expect(text).toContain("Not printed: Note; see the file on a screen.");
  });

  test("links below --repo-url where it is given", async () => {
    const repoUrl = "https://git.example.com/r/blob/main";
    const text = await html.render(report({ sections: [gaps] }), { ...look, repoUrl });
    expect(text).toContain(`<a href="${repoUrl}/a%20b.md#L12">`);
  });

  test("is a table alone without charts, or where the chart would compare nothing", async () => {
    const single = { ...gaps, rows: gaps.rows.slice(0, 1) };
    expect(
      await html.render(report({ sections: [gaps] }), { ...look, charts: false }),
    ).not.toContain("<svg");
    expect((await page(report({ sections: [single] }))).text).not.toContain("<svg");
  });
});

test("the places of a row stand behind the first column in words", async () => {
  const columns = [
    column({ key: "due", label: "Due", type: "date" }),
    column({ key: "days", label: "Days", type: "count" }),
    column({ key: "action", label: "Action" }),
    column({ key: "owner", label: "Owner" }),
  ];
  const rows = [["2026-03-14", 2, "Cap the heap", "payments"]];
  const places = [[{ path: "a.md", line: 3 }]];
  const shown = await html.render(report({ sections: [section({ columns, rows, places })] }), look);
  const heads = [...shown.matchAll(/<th scope="col"[^>]*>([^<]*)/gu)].map(([, text]) => text);
  expect(heads).toEqual(["Due", "Days", "Action", "Written in", "Owner"]);
  expect(shown).toMatch(/Cap the heap<td class="where"><a href="a.md#L3">/u);
});

test("links to files of one folder show what is below it", async () => {
  const columns = [column({ key: "file", isPath: true })];
  const rows = [["examples/2026/a.md"], ["examples/2026/b.md"]];
  const shown = await html.render(report({ sections: [section({ columns, rows })] }), look);
  expect(shown).toContain('<a href="examples/2026/a.md">a.md</a>');
});

test("a day and an option within a sentence stay on one line", async () => {
  const notes = ["Until 2026-07-01, or `2026-08-01`: try a later --until, not co--op."];
  const shown = await html.render(report({ notes }), look);
  expect(shown).toContain(
    'Until <span class="whole">2026-07-01</span>, or <code>2026-08-01</code>: try a later <span class="whole">--until</span>, not co--op.',
  );
});

test("a list of sentences has a line for each, a list of names has commas", async () => {
  const columns = [column({ key: "texts", type: "list" })];
  const sentence = `Nobody looked at the queue, ${"as it was quiet, ".repeat(3)}and waited.`;
  const rows = [[[sentence, "Short."]], [["checkout", "ledger"]], [[sentence]]];
  const shown = await html.render(report({ sections: [section({ columns, rows })] }), look);
  expect(shown).toContain(`<ul class="sentences"><li>${sentence}<li>Short.</ul>`);
  expect(shown).toContain("checkout, ledger");
  expect(shown.match(/class="sentences"/gu)).toHaveLength(1);
});
