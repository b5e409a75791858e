import { expect, test } from "vitest";
import { stringify } from "yaml";
import { z } from "zod";
import { MILESTONES } from "../../../src/core/postmortem.ts";
import { frontmatterSchema } from "../../../src/schema/frontmatter.ts";
import { problemsOf, read } from "../../support/context.ts";

type Schema = z.core.JSONSchema.JSONSchema;
type Path = readonly (string | number)[];

/** Values of the keys that take no other text. */
const VALUES = new Map<string, unknown>([
  ...MILESTONES.map((name, index) => [`times.${name}`, `2026-03-14T0${index}:00:00Z`] as const),
  ["times.inferred", ["diagnosed"]],
  ["published", "2026-03-20"],
  ["escalations.0.at", "2026-03-14T03:30:00Z"],
  ["actions.0.due", "2026-04-15"],
  ["review.due", "2026-06-01"],
  ["review.done", "2026-06-02"],
]);

function isSchema(schema: unknown): schema is Schema {
  return typeof schema === "object" && schema !== null && !Array.isArray(schema);
}

/** A value for each key at the bottom of a schema, lists with one item each. */
function leaves(schema: Schema, path: Path = []): readonly (readonly [Path, unknown])[] {
  const { properties, items, enum: values, type } = schema;
  if (properties) {
    return Object.entries(properties).flatMap(([key, one]) =>
      isSchema(one) ? leaves(one, [...path, key]) : [],
    );
  }
  const item = isSchema(items) && items.anyOf ? items.anyOf.find(isSchema) : items;
  if (isSchema(item) && item.properties) return leaves(item, [...path, 0]);
  const ownValue = VALUES.get(path.join("."));
  if (ownValue !== undefined) return [[path, ownValue]];
  return [[path, values?.[0] ?? (type === "integer" ? 7 : `text of ${path.join(" ")}`)]];
}

/** The data with a value at each path. */
function withValues(all: readonly (readonly [Path, unknown])[]): unknown {
  const heads = [...new Set(all.map(([[head]]) => head))];
  const [only] = all;
  if (only?.[0].length === 0) return only[1];
  const entries = heads.map((head) => {
    const below = all.filter(([[first]]) => first === head);
    return [head ?? "", withValues(below.map(([[, ...rest], value]) => [rest, value]))] as const;
  });
  return typeof heads[0] === "number"
    ? entries.map(([, value]) => value)
    : Object.fromEntries(entries);
}

function document(data: unknown): string {
  return `---\n${stringify(data)}---\n\n# Outage\n`;
}

/** What a postmortem holds of a frontmatter, without places and problems. */
function factsOf(data: unknown): string {
  return JSON.stringify(read(document(data)), (key, value: unknown) =>
    ["range", "origin", "problems"].includes(key) ? undefined : value,
  );
}

const ALL = leaves(z.toJSONSchema(frontmatterSchema("strict"), { io: "input" }));
const FACTS_OF_ALL = factsOf(withValues(ALL));

test("a document may have all keys of the schema at once", () => {
  const keys = ALL.map(([path]) => path.join("."));
  expect(keys).toEqual(expect.arrayContaining(["title", "times.started", "gaps.0.evidence"]));
  const found = problemsOf(document(withValues(ALL)));
  expect(found.filter((problem) => problem.includes("frontmatter-schema"))).toEqual([]);
});

// A key that changes nothing here is read by nobody; one that takes no text needs a value above.
test.each(ALL.map(([path]) => [path.join(".")]))("%s is accepted and read", (left) => {
  const others = ALL.filter(([path]) => path.join(".") !== left);
  expect(factsOf(withValues(others))).not.toBe(FACTS_OF_ALL);
});
