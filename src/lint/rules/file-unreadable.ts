import { defineRule } from "../define.ts";

/** Has no check of its own: the runner reports the files that could not be read. */
export const fileUnreadable = defineRule({
  id: "file-unreadable",
  defaultLevel: "error",
  drafts: "same",
  summary: `Every file is readable UTF-8 text.`,
  why: `An unreadable file is an incident that no report counts.`,
  helps: `\`pm gaps\` and the other reports name the file as left out; their figures cover only the rest.`,
  bad: "",
  good: "",
});
