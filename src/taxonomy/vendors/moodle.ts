import type { Competency } from "../../core/taxonomy.ts";
import { defineVendor, type Framework, type VendorRows } from "./define.ts";

/** The headings of tool_lpimportcsv, in its order. */
const COLUMNS = [
  "Parent ID number",
  "ID number",
  "Short name",
  "Description",
  "Description format",
  "Scale values",
  "Scale configuration",
  "Rule type (optional)",
  "Rule outcome (optional)",
  "Rule config (optional)",
  "Cross-referenced competency ID numbers",
  "Exported ID (optional)",
  "Is framework",
  "Taxonomy",
];

/** Plain text, as Moodle numbers it. */
const PLAIN = 2;
const SCALE = "Not yet competent,Competent";
/** The first value is the default, the second is proficient; Moodle sets the id of the scale. */
const SCALE_CONFIGURATION = JSON.stringify([
  { scaleid: "1" },
  { id: 1, scaledefault: 1, proficient: 0 },
  { id: 2, scaledefault: 0, proficient: 1 },
]);
const LEVELS = "domain,competency,competency,competency";

function row({ id, name, description, parent }: Competency, place: number) {
  const rules = ["", "", "null", ""];
  return [parent ?? "", id, name, description, PLAIN, "", "", ...rules, place, "", ""];
}

function build({ name, domains, competencies }: Framework): VendorRows {
  const id = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const scale = [SCALE, SCALE_CONFIGURATION];
  const framework = ["", id, name, "", PLAIN, ...scale, "", "", "", "", "", 1, LEVELS];
  const terms = [...domains, ...competencies].map((term, at) => row(term, at + 1));
  return { kind: "rows", columns: COLUMNS, rows: [framework, ...terms] };
}

/** A competency framework for Moodle. */
export const moodle = defineVendor({
  name: "moodle",
  summary: "Moodle: a competency framework for Site administration → Import competency framework",
  follows: "the importer of Moodle itself, admin/tool/lpimportcsv (14 columns in a fixed order)",
  remarks: [
    "The id is the ID number; there is no place for an old one. Moodle always makes a new framework, and refuses one whose ID number is taken: change that of the old framework first.",
    "The scale is Not yet competent, Competent; change it in Moodle.",
  ],
  longestName: 100,
  build,
});
