import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/core/table.ts";
import { withhold as withholdBy } from "../../src/formats/withhold.ts";
import { namesPerson, redactPeople } from "../../src/people/people.ts";
import { column, report, section } from "./tables/sample-reports.ts";

function withhold(given: Report): Report {
  return withholdBy(given, redactPeople);
}

/** A report that says a text in each of its places. */
function saying(text: string): Report {
  return report({
    title: text,
    subtitle: text,
    sections: [
      section({
        title: text,
        columns: [
          column({ key: "a", label: text }),
          column({ key: "b", type: "list" }),
          column({ key: "c", type: "count" }),
        ],
        rows: [[text, ["payments", text], 1]],
        whenEmpty: text,
        notes: [text],
      }),
    ],
    notes: [text],
  });
}

describe("a report that names people", () => {
  test("says a stand-in for them, everywhere", () => {
    const expected = saying("[person] and [person] paged payments");
    expect(withhold(saying("@sam and jo.doe@example.com paged payments"))).toEqual({
      ...expected,
      notes: [...expected.notes, "9 places named a person; the names are withheld."],
    });
  });

  test.each([
    [[["@sam"]], "1 cell named a person; the name is withheld."],
    [[["asked [person]"]], "1 cell named a person; the name is withheld."],
    [[["@sam"], ["@jo and @al"]], "2 cells named a person; the names are withheld."],
  ])("counts its cells: %j", (rows, note) => {
    const named = report({ sections: [section({ columns: [column({ key: "a" })], rows })] });
    expect(withhold(named).notes).toEqual([note]);
  });

  test("handles in a row are one place", () => {
    const [first] = withhold(saying("@sam@example")).sections;
    expect(first?.title).toBe("[person]");
  });

  test("also very many in a row", () => {
    const [first] = withhold(saying("@a".repeat(20_000))).sections;
    expect(first?.title).toBe("[person]");
  });
});

test("nor does a finding or a place name a person", () => {
  const places = [[{ path: "@sam.md", line: 3 }]];
  const named = report({ sections: [section({ finding: "@sam was asked", places })] });
  const { sections, notes } = withhold(named);
  expect(sections[0]?.finding).toBe("[person] was asked");
  expect(sections[0]?.places).toEqual([[{ path: "[person]", line: 3 }]]);
  expect(notes).toEqual(["2 places named a person; the names are withheld."]);
});

test("a report that names nobody stays as it is", () => {
  const harmless = saying("the payments on-call bumped @scope/package to name@1");
  expect(withhold(harmless)).toEqual(harmless);
});

describe("whatever a document says", () => {
  const texts = fc
    .array(
      fc.oneof(
        fc.emailAddress(),
        fc.constantFrom("@sam", "@", "@jo-doe", "payments", "/", ".", "-", " ", ",", "(", "_"),
        fc.string({ maxLength: 4 }),
      ),
    )
    .map((parts) => parts.join(""));

  test("no e-mail address and no handle is left", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { title, subtitle, sections, notes } = withhold(saying(text));
        const said = [
          ...[title, subtitle, ...notes],
          ...sections.flatMap((one) => [one.title, one.whenEmpty, ...one.notes]),
          ...sections.flatMap(({ columns }) => columns.map(({ label }) => label)),
          ...sections.flatMap(({ rows }) => rows.flat(2)).map(String),
        ];
        expect(said.filter(namesPerson)).toEqual([]);
      }),
    );
  });

  test("a second time withholds nothing more", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = withhold(saying(text));
        expect(withhold(once)).toEqual(once);
      }),
    );
  });
});
