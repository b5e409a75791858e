import { defineRule } from "../define.ts";

/** Has no check of its own: the runner reports the files that could not be read. */
export const fileUnreadable = defineRule({
  id: "file-unreadable",
  defaultLevel: "error",
  drafts: "same",
  summary: `Every file is readable UTF-8 text and not too large for a postmortem.`,
  why: `An unreadable file is an incident that no report counts.`,
  helps: `\`pm gaps\` and the other reports name the file as left out; their figures cover only the rest. A file is left out if it is larger than 5 MB, or has more than 100,000 lines, 20,000 lines of frontmatter, or 5,000 marks such as \`*\` or \`[\` in one paragraph.`,
  bad: "",
  good: "",
});
