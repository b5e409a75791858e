import { defineVendor, type Framework, type VendorRows } from "./define.ts";

function build({ competencies }: Framework): VendorRows {
  return {
    kind: "rows",
    columns: ["Competency", "Competency description", "Company wide", "Groups"],
    rows: competencies.map(({ name, description }) => [name, description, "TRUE", ""]),
  };
}

/** Competencies for 15Five. */
export const fifteenFive = defineVendor({
  name: "15five",
  summary: "15Five: competencies for Competencies and Paths → Import",
  follows: "15Five, Upload competencies in bulk using a CSV (names of at most 75 characters)",
  remarks: [
    "All are company-wide; set Company wide to FALSE and name Groups where they are not. There is no column for an id.",
  ],
  longestName: 75,
  build,
});
