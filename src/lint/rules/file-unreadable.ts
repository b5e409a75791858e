import { defineRule } from "../define.ts";

/** Each file is text that can be read; the runner reports those that are not. */
export const fileUnreadable = defineRule({
  id: "file-unreadable",
  defaultLevel: "error",
  drafts: "same",
  summary: "Each file is UTF-8 text that can be read.",
  why: "A file that cannot be read is an incident that no report counts.",
  helps: `No report can count what it cannot read: \`pm gaps\` names the file as left out, and its figures are of the rest.`,
  bad: "",
  good: "",
});
