import type { Edition } from "./define.ts";
import { actionLine, gapsOf, isDone, isDropped, itemsOf, sectionText } from "./parts.ts";
import { document, titleOf } from "./text.ts";

function linkLine(link: string): string {
  return /^https?:/u.test(link) ? `Postmortem: <${link}>` : `Postmortem: \`${link}\``;
}

/** The text of an issue, from which the actions are followed. */
export const card = {
  name: "card",
  summary: "for an issue of GitHub or GitLab: summary, learnings, and actions as a task list",
  refusedBy: [],
  render(source) {
    const { postmortem, link } = source;
    const learnings = [
      ...itemsOf(sectionText(source, "learnings")).map((item) => `- ${item}`),
      ...gapsOf(source).map(({ what }) => `- Missing: ${what}`),
    ];
    const actions = postmortem.actions
      .filter((action) => !isDropped(action))
      .map((action) => {
        return `- [${isDone(action) ? "x" : " "}] ${actionLine(action, source)}`;
      });
    const text = document([
      {
        heading: `Postmortem – Learning: ${titleOf(postmortem)}`,
        parts: [sectionText(source, "summary"), linkLine(link)],
      },
      { heading: "Learnings", parts: [learnings.join("\n")] },
      { heading: "Actions", parts: [actions.join("\n")] },
    ]);
    return { text, removed: null };
  },
} as const satisfies Edition<"card">;
