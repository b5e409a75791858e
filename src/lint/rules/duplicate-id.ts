import { defineRule, type FolderReport } from "../define.ts";

/** Each postmortem has an id of its own. */
export const duplicateId = defineRule({
  id: "duplicate-id",
  defaultLevel: "error",
  drafts: "same",
  summary: `Each postmortem has an id of its own.`,
  why: `Two documents of one id are one incident counted twice, or a reference that leads to the wrong one.`,
  helps: `Every count of \`pm gaps\`, \`pm escalations\` and \`pm ttd\` is of incidents, and an incident is told by its id.`,
  bad: `---
id: checkout-backlog
title: Checkout stalled
status: draft
---
`,
  good: `---
id: checkout-backlog-2
title: Checkout stalled
status: draft
---
`,
  *checkAll(postmortems): Iterable<FolderReport> {
    const first = new Map<string, string>();
    for (const { id, path } of postmortems) {
      const owner = first.get(id.value);
      if (owner === undefined) first.set(id.value, path);
      else {
        const message = `Unexpected id \`${id.value}\`: ${owner} has it already`;
        yield { path, range: id.source.range, message, hint: "Give it an `id` of its own." };
      }
    }
  },
});
