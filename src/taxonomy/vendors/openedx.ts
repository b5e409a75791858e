import { defineVendor, type Framework, type VendorRows } from "./define.ts";

function build({ domains, competencies }: Framework): VendorRows {
  const rows = [...domains, ...competencies].map(({ id, name, parent }) => [id, name, parent]);
  return { kind: "rows", columns: ["id", "value", "parent_id"], rows };
}

/** Tags of a taxonomy for Open edX. */
export const openEdx = defineVendor({
  name: "openedx",
  summary: "Open edX: tags for Taxonomies → Re-import",
  follows: "the import template of openedx-learning (template.csv: id, value, parent_id)",
  remarks: [
    "Re-import replaces a taxonomy: a tag with the same id is updated, one that the file does not have is deleted. Descriptions and old ids have no place.",
  ],
  build,
});
