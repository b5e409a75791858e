import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../src/core/places/apply-edits.ts";
import { indexLines } from "../../../src/core/places/line-index.ts";
import { frontmatterEdits } from "../../../src/parse/frontmatter/edits.ts";
import { splitDocument } from "../../../src/parse/frontmatter/frontmatter.ts";
import type { FrontmatterEntries } from "../../../src/parse/frontmatter/insertions.ts";
import { parseToml } from "../../../src/parse/frontmatter/toml.ts";

function edited(text: string, entries: FrontmatterEntries): string {
  const edits = frontmatterEdits({ path: "a.md", text }, entries);
  return edits.ok ? applyEdits(text, edits.value) : edits.why;
}

const GAP = { competency: "queues", kind: undefined, evidence: 'A "dip".' };
const TIMES = { started: "2026-03-14T02:15:00Z", detected: "2026-03-14T02:21:00Z" };

describe("entries of a frontmatter in TOML", () => {
  test.each<[name: string, toml: string, entries: FrontmatterEntries, expected: string]>([
    [
      "below the others, above the tables",
      'title = "A" # x\n\n[params]\nx = 1\n',
      { severity: "P1", services: ["a", "b"] },
      'title = "A" # x\nseverity = "P1"\nservices = ["a", "b"]\n\n[params]\nx = 1\n',
    ],
    ["where only tables are", "[params]\nx = 1\n", { a: true }, "a = true\n[params]\nx = 1\n"],
    ["in an empty one", "", { a: 1, times: TIMES }, `a = 1\n[times]\n${times()}`],
    [
      "as tables at the end",
      'title = "A"\n[params]\nx = 1\n',
      { times: TIMES, gaps: [GAP, GAP] },
      `title = "A"\n[params]\nx = 1\n\n[times]\n${times()}\n${gap()}\n${gap()}`,
    ],
    ["as items of a list of tables", `${gap()}[x]\n`, { gaps: [GAP] }, `${gap()}[x]\n\n${gap()}`],
    [
      "as items of a list in brackets",
      'gaps = [\n  { competency = "a" }, # one\n]\n',
      { gaps: [GAP] },
      'gaps = [\n  { competency = "a" }, { competency = "queues", evidence = "A \\"dip\\"." }, # one\n]\n',
    ],
    [
      "for values that say nothing",
      'title = ""\ngaps = []\ntimes = {}\nseverity = "P2"\n',
      { title: "A", gaps: [{ competency: "a" }], times: { started: "x" }, severity: "P1" },
      'title = "A"\ngaps = [{ competency = "a" }]\ntimes = { started = "x" }\nseverity = "P2"\n',
    ],
    [
      "for an empty list with remarks",
      "gaps = [ # c\n # d\n]\n",
      { gaps: [{ competency: "a" }] },
      'gaps = [{ competency = "a" } # c\n # d\n]\n',
    ],
    [
      "that a table lacks",
      "[times] # UTC\nstarted = 2026-03-14T02:15:00Z # sure\n\n[x]\n",
      { times: TIMES },
      "[times] # UTC\nstarted = 2026-03-14T02:15:00Z # sure\ndetected = 2026-03-14T02:21:00Z\n\n[x]\n",
    ],
    ["for an empty table", "[times] # UTC\n", { times: TIMES }, `[times] # UTC\n${times()}`],
    [
      "for a table in braces",
      'times = { started = "" }\n',
      { times: TIMES },
      "times = { started = 2026-03-14T02:15:00Z, detected = 2026-03-14T02:21:00Z }\n",
    ],
    [
      "beside a dotted key, and others there",
      "times.started = 2026-03-14T02:15:00Z\n",
      { times: TIMES, status: "draft" },
      'times.started = 2026-03-14T02:15:00Z\ntimes.detected = 2026-03-14T02:21:00Z\nstatus = "draft"\n',
    ],
    [
      "below a value of several lines",
      'services = [\n  "a",\n]\nnote = """\n[x]\n"""\n',
      { a: 1 },
      'services = [\n  "a",\n]\nnote = """\n[x]\n"""\na = 1\n',
    ],
  ])("%s", (_name, toml, entries, expected) => {
    expect(edited(`+++\n${toml}+++\n# A\n`, entries)).toEqual(`+++\n${expected}+++\n# A\n`);
  });

  test.each([
    [
      "a table without a header of its own",
      "+++\n[times.sub]\nx = 1\n+++\n",
      "its frontmatter is not written as `key = value` lines",
    ],
    [
      "TOML that cannot be read",
      "+++\ntitle = A\n+++\n",
      "its frontmatter cannot be read: Unexpected TOML: Unexpected character",
    ],
    [
      "a date that is none",
      "+++\n+++\n",
      expect.stringContaining(
        "its frontmatter could not be read with what was to be added: Unexpected TOML",
      ) as string,
      { published: "2026-02-30" },
    ],
    [
      "a list with a remark where a text is to be",
      "+++\ntitle = [ # c\n]\n+++\n",
      "a remark in its frontmatter would be lost",
      { title: "A" },
    ],
    [
      "JSON",
      '{ "title": "A" }\n',
      "its frontmatter cannot be read: Unexpected JSON frontmatter, expected YAML between `---` lines",
    ],
  ])(
    "%s is left as it is",
    (_name, text, expected, entries: FrontmatterEntries = { times: TIMES }) => {
      expect(edited(text, entries)).toEqual(expected);
    },
  );

  test("can be read back, and leave the rest as it was", () => {
    const value = fc.string({ minLength: 1, unit: "binary" }).filter((one) => one.trim() !== "");
    const lists = fc.array(fc.record({ competency: value, evidence: value }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(lists, lists, value, (before, added, title) => {
        const body = "\n# A\n\n+++\n";
        const first = edited(`+++\n# note\n+++\n${body}`, { gaps: before });
        const second = edited(first, { gaps: added, title, times: { started: title } });
        const lines = indexLines(second);
        const { frontmatter, bodyOffset } = splitDocument({ path: "a.md", text: second }, lines);
        const gaps = [...before, ...added];
        expect(frontmatter?.data).toEqual({ gaps, title, times: { started: title } });
        expect(second.slice(bodyOffset)).toBe(body);
        expect(second).toContain("# note\n");
      }),
    );
  });
});

function times(): string {
  return "started = 2026-03-14T02:15:00Z\ndetected = 2026-03-14T02:21:00Z\n";
}

function gap(): string {
  return '[[gaps]]\ncompetency = "queues"\nevidence = "A \\"dip\\"."\n';
}

describe("a text in the place of another", () => {
  test.each([
    ["in double quotes", 'a = "x" # y', 'a = "b\\"c" # y'],
    ["in single quotes", "a = 'x'", "a = 'b\"c'"],
    ["in a list", "a = ['x']", null],
    ["over several lines", 'a = """x"""', null],
    ["a number", "a = 1", null],
    ["none", "b = 'x'", null],
  ])("%s", (_name, text, expected) => {
    const edit = parseToml(text, 0, indexLines(text)).replaceText(["a"], 'b"c');
    expect(edit && applyEdits(text, [edit])).toBe(expected);
  });

  test("a date stays one", () => {
    const text = "a = 2026-03-14T02:15:00";
    const { replaceText } = parseToml(text, 0, indexLines(text));
    const edit = replaceText(["a"], "2026-03-14T02:15:00+01:00");
    expect(edit && applyEdits(text, [edit])).toBe("a = 2026-03-14T02:15:00+01:00");
    expect(replaceText(["a"], "unknown")?.text).toBe('"unknown"');
  });
});
