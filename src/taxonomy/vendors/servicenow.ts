import { defineVendor, type Framework, type VendorRows } from "./define.ts";

function build({ competencies }: Framework): VendorRows {
  const rows = competencies.map(({ name, description }) => {
    return [name, "", description, "postmortem-signal"];
  });
  return { kind: "rows", columns: ["Name", "Level type", "Description", "Source"], rows };
}

/** Skills for ServiceNow. */
export const serviceNow = defineVendor({
  name: "servicenow",
  summary: "ServiceNow Skills Foundation: skills for Skills Workspace → Import history → Import",
  follows:
    "ServiceNow, Talent Development Core: Import skills through file upload (Name, Level type, Description, Source)",
  remarks: [
    "The level type names a set of proficiency levels, so it is left empty; domains have no column. There is none for an id either: ServiceNow tells skills by name.",
  ],
  build,
});
