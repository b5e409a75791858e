import { findTerm } from "../core/taxonomy.ts";
import type { Edition, EditionSource } from "./define.ts";
import { actionLine, isDone, isDropped, itemsOf, sectionText, uniqueGaps } from "./parts.ts";
import { document, plainText, titleOf } from "./text.ts";

function linkLine(link: string): string {
  return /^https?:/u.test(link) ? `Postmortem: <${link}>` : `Postmortem: \`${link}\``;
}

/** Where the code of the services is, as far as the taxonomy says so. */
function repositoryLine({ postmortem, taxonomy }: EditionSource): string {
  const links = postmortem.services.flatMap(({ value }) => {
    const service = findTerm(taxonomy.services, value);
    return service?.repository === undefined
      ? []
      : [`[${plainText(service.name)}](<${service.repository}>)`];
  });
  return links.length === 0 ? "" : `Code: ${[...new Set(links)].join(", ")}`;
}

/** The text of an issue, from which the actions are followed. */
export const card = {
  name: "card",
  summary:
    "for an issue: summary, learnings, and actions as a task list (--for jira: as wiki markup)",
  tellsTimes: false,
  refusedBy: [],
  render(source) {
    const { postmortem, link } = source;
    const learnings = [
      ...itemsOf(sectionText(source, "learnings")).map((item) => `- ${item}`),
      ...uniqueGaps(source).map((what) => `- Missing: ${what}`),
    ];
    const actions = postmortem.actions
      .filter((action) => !isDropped(action))
      .map((action) => {
        return `- [${isDone(action) ? "x" : " "}] ${actionLine(action, source)}`;
      });
    const text = document([
      {
        heading: `Postmortem – Learning: ${titleOf(postmortem)}`,
        parts: [sectionText(source, "summary"), linkLine(link), repositoryLine(source)],
      },
      { heading: "Learnings", parts: [learnings.join("\n")] },
      { heading: "Actions", parts: [actions.join("\n")] },
    ]);
    return { text, removed: null };
  },
} as const satisfies Edition<"card">;
