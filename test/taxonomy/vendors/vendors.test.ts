import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import type { Competency, Taxonomy } from "../../../src/core/taxonomy.ts";
import { frameworkOf, handOverRemarks } from "../../../src/taxonomy/hand-over.ts";
import { caseFramework, uuidOf } from "../../../src/taxonomy/vendors/case.ts";
import { cultureAmp } from "../../../src/taxonomy/vendors/culture-amp.ts";
import type { VendorJson, VendorRows } from "../../../src/taxonomy/vendors/define.ts";
import { fifteenFive } from "../../../src/taxonomy/vendors/fifteen-five.ts";
import { VENDORS } from "../../../src/taxonomy/vendors/index.ts";
import { learning360 } from "../../../src/taxonomy/vendors/learning-360.ts";
import { moodle } from "../../../src/taxonomy/vendors/moodle.ts";
import { openEdx } from "../../../src/taxonomy/vendors/openedx.ts";
import { serviceNow } from "../../../src/taxonomy/vendors/servicenow.ts";
import { TAXONOMY } from "../../support/build-query.ts";
import { ROOT } from "../../support/root.ts";
import { CASE_PACKAGE } from "./case-schema.ts";

function competency(id: string, parent: string | null, more: Partial<Competency> = {}): Competency {
  const term = { id, name: `Name of ${id}`, description: `What ${id} is.`, aliases: [] };
  return { ...term, parent, signals: [], resources: [], ...more };
}

const TERMS: Taxonomy = {
  ...TAXONOMY,
  competencies: [
    competency("queues", null),
    competency("queues.backpressure", "queues", {
      aliases: ["messaging.backpressure", "Back pressure"],
      resources: [{ title: "On [queues]", url: "https://example.com/q", type: "", hours: 2 }],
      codes: { sfia: "ITOP" },
    }),
    competency("caching", null),
    competency("caching.stampede", "caching", { description: "" }),
    competency("empty", null),
  ],
};
const ASKED = { name: "Our skills", asOf: Date.UTC(2026, 6, 1), domain: null, only: null };
const FRAMEWORK = frameworkOf(TERMS, ASKED);

describe("what is handed over", () => {
  const idsOf = (asked: Partial<typeof ASKED> | { domain: string } | { only: string[] }) => {
    const { domains, competencies } = frameworkOf(TERMS, { ...ASKED, ...asked });
    return [domains.map(({ id }) => id), competencies.map(({ id }) => id)];
  };

  test.each([
    [
      {},
      [
        ["queues", "caching"],
        ["queues.backpressure", "caching.stampede"],
      ],
    ],
    [{ domain: "caching" }, [["caching"], ["caching.stampede"]]],
    [{ only: ["queues.backpressure"] }, [["queues"], ["queues.backpressure"]]],
    [{ only: ["caching"] }, [["caching"], ["caching.stampede"]]],
    [{ only: [] }, [[], []]],
  ])("%j", (asked, expected) => {
    expect(idsOf(asked)).toEqual(expected);
  });

  test("nothing, or names that are too long, are refused", () => {
    const none = frameworkOf(TERMS, { ...ASKED, only: [] });
    expect(() => handOverRemarks(none, moodle)).toThrow("No competency to export");
    const named = (length: number) => ({
      ...FRAMEWORK,
      competencies: [competency("caching.stampede", "caching", { name: "é".repeat(length) })],
    });
    expect(handOverRemarks(named(75), fifteenFive)).toHaveLength(1);
    expect(() => handOverRemarks(named(76), fifteenFive)).toThrow(
      "15five takes names of at most 75 characters; too long: caching.stampede",
    );
  });

  test("more than a product takes at once is said", () => {
    const competencies = Array.from({ length: 31 }, (_one, at) =>
      competency(`caching.c${at}`, "caching"),
    );
    expect(handOverRemarks({ ...FRAMEWORK, competencies }, cultureAmp).at(-1)).toBe(
      "31 competencies, and culture-amp takes 30 at once: export them by --domain.",
    );
  });

  test.each(VENDORS)("$name says which document it follows", ({ follows, summary }) => {
    expect(follows).toMatch(/\w{4}/);
    expect(summary).toMatch(/: /);
  });
});

test("docs/hand-over.md has a row for each product", () => {
  const page = readFileSync(join(ROOT, "docs/hand-over.md"), "utf8");
  const names = [...page.matchAll(/^\| `(\w[\w-]*)` \|/gm)].map(([, name]) => name);
  expect(names.toSorted()).toEqual(VENDORS.map(({ name }) => name).toSorted());
});

describe("columns and rows", () => {
  const rowsOf = (built: VendorRows) => [built.columns, ...built.rows];

  test("moodle: 14 columns, the framework first", () => {
    const [columns, framework, domain, , backpressure] = rowsOf(moodle.build(FRAMEWORK));
    expect(columns).toEqual([
      ...["Parent ID number", "ID number", "Short name", "Description", "Description format"],
      ...["Scale values", "Scale configuration", "Rule type (optional)", "Rule outcome (optional)"],
      ...["Rule config (optional)", "Cross-referenced competency ID numbers"],
      ...["Exported ID (optional)", "Is framework", "Taxonomy"],
    ]);
    expect(framework?.slice(1, 3)).toEqual(["our-skills", "Our skills"]);
    expect(framework?.slice(12)).toEqual([1, "domain,competency,competency,competency"]);
    expect(JSON.parse(String(framework?.[6]))).toContainEqual({
      id: 2,
      scaledefault: 0,
      proficient: 1,
    });
    expect(domain?.slice(0, 3)).toEqual(["", "queues", "Name of queues"]);
    expect(backpressure).toEqual([
      ...[
        "queues",
        "queues.backpressure",
        "Name of queues.backpressure",
        "What queues.backpressure is.",
      ],
      ...[2, "", "", "", "", "null", "", 3, "", ""],
    ]);
  });

  test("openedx: a parent stands before its children", () => {
    expect(rowsOf(openEdx.build(FRAMEWORK))).toEqual([
      ["id", "value", "parent_id"],
      ["queues", "Name of queues", null],
      ["caching", "Name of caching", null],
      ["queues.backpressure", "Name of queues.backpressure", "queues"],
      ["caching.stampede", "Name of caching.stampede", "caching"],
    ]);
  });

  test("servicenow, 15five and culture-amp", () => {
    expect(rowsOf(serviceNow.build(FRAMEWORK)).slice(0, 2)).toEqual([
      ["Name", "Level type", "Description", "Source"],
      [...["Name of queues.backpressure", "", "What queues.backpressure is."], "postmortem-signal"],
    ]);
    expect(rowsOf(fifteenFive.build(FRAMEWORK)).slice(0, 2)).toEqual([
      ["Competency", "Competency description", "Company wide", "Groups"],
      ["Name of queues.backpressure", "What queues.backpressure is.", "TRUE", ""],
    ]);
    expect(rowsOf(cultureAmp.build(FRAMEWORK)).slice(0, 2)).toEqual([
      ["Title", "Description", "Competency levels", "Learning resources"],
      [
        ...["Name of queues.backpressure", "What queues.backpressure is.", ""],
        "[On \\[queues\\]](https://example.com/q)",
      ],
    ]);
  });
});

describe("json", () => {
  test("360learning: a library, and skills with their parents", () => {
    expect(learning360.build(FRAMEWORK).value).toEqual({
      libraries: { input: [{ externalId: "our-skills", name: "Our skills" }] },
      skills: {
        input: [
          expect.objectContaining({ externalId: "queues", parentExternalIds: ["our-skills"] }),
          expect.objectContaining({ externalId: "caching", parentExternalIds: ["our-skills"] }),
          {
            externalId: "queues.backpressure",
            name: "Name of queues.backpressure",
            description: "What queues.backpressure is.",
            parentExternalIds: ["queues"],
          },
          {
            externalId: "caching.stampede",
            name: "Name of caching.stampede",
            parentExternalIds: ["caching"],
          },
        ],
      },
    });
  });

  const built = (): VendorJson => caseFramework.build(FRAMEWORK);

  test("case: a package of the information model, the same on every run", () => {
    const ajv = new Ajv({ allErrors: true });
    addFormats.default(ajv);
    const isValid = ajv.compile(CASE_PACKAGE);
    isValid(built().value);
    expect(isValid.errors).toBeNull();
    expect(built()).toEqual(built());
  });

  test("case: codes, parents, and what an old id was replaced by", () => {
    const value = JSON.parse(JSON.stringify(built().value)) as {
      readonly CFItems: readonly Record<string, unknown>[];
      readonly CFAssociations: readonly Record<string, { readonly identifier: string }>[];
    };
    expect(value.CFItems[2]).toMatchObject({
      identifier: uuidOf("competency:queues.backpressure"),
      humanCodingScheme: "queues.backpressure",
      conceptKeywords: ["sfia:ITOP"],
    });
    const edges = value.CFAssociations.map(
      ({ associationType, originNodeURI, destinationNodeURI }) => [
        associationType,
        originNodeURI?.identifier,
        destinationNodeURI?.identifier,
      ],
    );
    const id = (name: string) => uuidOf(`competency:${name}`);
    expect(edges).toContainEqual(["isChildOf", id("queues.backpressure"), id("queues")]);
    expect(edges).toContainEqual(["isChildOf", id("queues"), uuidOf("framework:Our skills")]);
    expect(edges.filter(([type]) => type === "replacedBy")).toEqual([
      ["replacedBy", id("messaging.backpressure"), id("queues.backpressure")],
    ]);
  });

  test("uuidOf is version 5, of the name alone", () => {
    expect(uuidOf("a")).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(uuidOf("a")).not.toBe(uuidOf("b"));
  });
});
