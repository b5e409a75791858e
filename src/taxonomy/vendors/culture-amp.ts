import { defineVendor, type Framework, type VendorRows } from "./define.ts";

/** A title that markdown does not read as more than itself. */
function escaped(title: string): string {
  return title.replace(/[[\]\\]/g, "\\$&");
}

function build({ competencies }: Framework): VendorRows {
  const rows = competencies.map(({ name, description, resources }) => {
    const links = resources.map(({ title, url }) => `[${escaped(title)}](${url})`);
    return [name, description, "", links.join(", ")];
  });
  const columns = ["Title", "Description", "Competency levels", "Learning resources"];
  return { kind: "rows", columns, rows };
}

/** Competencies for Culture Amp. */
export const cultureAmp = defineVendor({
  name: "culture-amp",
  summary: "Culture Amp Develop: competencies for Career paths → Competency library → Import",
  follows:
    "Culture Amp, Bulk import competencies (Title, Description, Competency levels, Learning resources; at most 30 at once)",
  remarks: [
    "Levels are left empty: the taxonomy has none. Your account's template says how its headings are written; there is no column for an id.",
  ],
  most: 30,
  build,
});
