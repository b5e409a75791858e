import { defineVendor, type Framework, type VendorJson } from "./define.ts";

function build({ name, domains, competencies }: Framework): VendorJson {
  const library = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const skills = [...domains, ...competencies].map(({ id, name: title, description, parent }) => ({
    externalId: id,
    name: title,
    ...(description === "" ? {} : { description }),
    parentExternalIds: [parent ?? library],
  }));
  const libraries = [{ externalId: library, name }];
  return { kind: "json", value: { libraries: { input: libraries }, skills: { input: skills } } };
}

/** Skills for 360Learning. */
export const learning360 = defineVendor({
  name: "360learning",
  summary: "360Learning: the bodies of PUT /api/v2/bulk/skills/libraries and /api/v2/bulk/skills",
  follows:
    "360Learning, API v2: Upsert libraries, Upsert skills (the columns of its CSV template are not public)",
  remarks: [
    "The externalId is the id: a skill with the same one is replaced. A renamed id makes a new skill; delete the old one there.",
  ],
  build,
});
