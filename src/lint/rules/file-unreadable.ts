import { defineRule } from "../define.ts";

/** Each file is text that can be read; the runner reports those that are not. */
export const fileUnreadable = defineRule({
  id: "file-unreadable",
  defaultLevel: "error",
  drafts: "same",
  summary: "Each file is UTF-8 text that can be read.",
  why: "A file that cannot be read is an incident that no report counts.",
  bad: "",
  good: "",
});
