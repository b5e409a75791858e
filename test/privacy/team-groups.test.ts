import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SMALL_SERVICES, SMALL_TEAMS, UNLISTED } from "../../src/core/settings/stand-in-names.ts";
import type { Taxonomy } from "../../src/core/taxonomy.ts";
import { sizeOf, teamGroups } from "../../src/privacy/team-groups.ts";
import { parseTaxonomy } from "../../src/setup/taxonomy.ts";
import { SHIPPED_TAXONOMY } from "../support/context.ts";

const SETTINGS = { minimumPeople: 5, assumeTeamSize: null };
const NOBODY = { unlisted: [], hasLoneResponder: false };

function taxonomyOf(sizes: readonly (number | null)[]): Taxonomy {
  const teams = sizes.map(
    (size, at) => `  - { id: t${at}${size === null ? "" : `, size: ${size}`} }`,
  );
  const services = sizes.map((_size, at) => `  - { id: s${at}, owner: t${at} }`);
  const lists = sizes.length === 0 ? [] : ["teams:", ...teams, "services:", ...services];
  const text = ["version: 1", ...lists, ""].join("\n");
  const parsed = parseTaxonomy({ path: "t.yaml", text }, SHIPPED_TAXONOMY);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

describe("which teams are counted together", () => {
  test.each([
    ["none that is large enough", [5, 8, 6], NOBODY, []],
    ["a small one with the next smallest", [8, 4, 6], NOBODY, ["t1", "t2"]],
    ["small ones that are enough together", [8, 4, 2, 6], NOBODY, ["t2", "t1"]],
    ["all where they are too few", [1, 2], NOBODY, ["t0", "t1"]],
    ["one without a size is large enough", [null, 8], NOBODY, []],
    [
      "names that are not listed take the smallest in",
      [8, 6],
      { ...NOBODY, unlisted: ["x"] },
      ["t1"],
    ],
    ["and so does a lone responder", [8, 6], { ...NOBODY, hasLoneResponder: true }, ["t1"]],
  ])("%s", (_name, sizes, folder, merged) => {
    const groups = teamGroups(taxonomyOf(sizes), SETTINGS, folder);
    expect(groups.merged.map(({ id }) => id)).toEqual(merged);
    for (const id of merged) {
      expect(groups.labelOf(id)).toBe(SMALL_TEAMS);
      expect(groups.serviceLabelOf(id.replace("t", "s"))).toBe(SMALL_SERVICES);
    }
  });

  test("an assumed size can be too small", () => {
    const groups = teamGroups(taxonomyOf([null, 8]), { ...SETTINGS, assumeTeamSize: 3 }, NOBODY);
    expect(groups.merged.map(({ id }) => id)).toEqual(["t0", "t1"]);
  });

  test("where no team is listed, all are unlisted", () => {
    const groups = teamGroups(taxonomyOf([]), SETTINGS, { ...NOBODY, unlisted: ["payments"] });
    expect(groups.labelOf("payments")).toBe(UNLISTED);
    expect(groups.serviceLabelOf("checkout")).toBe(UNLISTED);
  });

  test("whatever the sizes, nobody is shown with too few people, and the rest reach the minimum", () => {
    const sizes = fc.array(fc.option(fc.integer({ min: 1, max: 12 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(sizes, fc.boolean(), fc.boolean(), (given, isUnlisted, hasLoneResponder) => {
        const taxonomy = taxonomyOf(given);
        const folder = { unlisted: isUnlisted ? ["x"] : [], hasLoneResponder };
        const { merged, labelOf } = teamGroups(taxonomy, SETTINGS, folder);
        const shown = taxonomy.teams.filter(({ id }) => labelOf(id) === id);
        for (const team of shown) expect(sizeOf(team, SETTINGS)).toBeGreaterThanOrEqual(5);
        const people = merged.reduce((sum, team) => sum + sizeOf(team, SETTINGS), 0);
        if (shown.length > 0 && merged.length > 0) {
          expect(people + (hasLoneResponder ? 1 : 0)).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });
});
