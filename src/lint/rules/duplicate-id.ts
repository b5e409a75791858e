import { defineRule, type FolderRuleFinding } from "../define.ts";

export const duplicateId = defineRule({
  id: "duplicate-id",
  defaultLevel: "error",
  drafts: "same",
  summary: `Every postmortem has its own id.`,
  why: `Two documents with the same id count one incident twice, or make a reference point to the wrong one.`,
  helps: `\`pm gaps\`, \`pm escalations\` and \`pm ttd\` count incidents, and they identify an incident by its id.`,
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
  *checkAll(postmortems): Iterable<FolderRuleFinding> {
    const first = new Map<string, string>();
    for (const { id, path } of postmortems) {
      const owner = first.get(id.value);
      if (owner === undefined) first.set(id.value, path);
      else {
        const message = `Unexpected id \`${id.value}\`: ${owner} already has it`;
        yield { path, range: id.source.range, message, hint: "Give it its own `id`." };
      }
    }
  },
});
