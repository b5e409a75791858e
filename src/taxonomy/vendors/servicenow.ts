import { defineVendor, type Framework, type VendorRows } from "./define.ts";

function build({ domains, competencies }: Framework): VendorRows {
  const nameOf = new Map(domains.map(({ id, name }) => [id, name]));
  const rows = competencies.map(({ name, description, parent }) => {
    return [name, nameOf.get(parent ?? "") ?? "", description, "postmortem-signal"];
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
    "The level type is the domain, which has to exist. The template has no column for an id: ServiceNow tells skills by name.",
  ],
  build,
});
