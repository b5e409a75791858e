import type { Edition, EditionSource } from "./define.ts";
import { actionLine, beginning, followed, gapsOf, itemsOf, rowTime, sectionText } from "./parts.ts";
import { document, plainText, titleOf } from "./text.ts";

/** When it began and what followed, as one paragraph. */
function whenParagraph({ postmortem, timeZone }: EditionSource): string {
  const begin = beginning(postmortem, timeZone);
  if (begin === null) return "";
  const [first, ...others] = followed(postmortem).map(
    ({ what, after }) => `${what} after ${after}`,
  );
  if (first === undefined) return `${begin}.`;
  return `${begin}. ${[first.replace(/^i/u, "I"), ...others].join("; ")}.`;
}

/** What happened: as the document tells it, or each event of its timeline as a paragraph. */
function eventParagraphs(source: EditionSource): readonly string[] {
  const story = sectionText(source, "story");
  if (story !== "") return [story];
  const { rows = [] } = source.postmortem.timeline ?? {};
  const { started } = source.postmortem.milestones;
  return rows.map((row, index) => {
    const earlier = rows.slice(0, index).findLast(({ at }) => at !== null)?.at;
    const time = rowTime(row, earlier ?? started?.value ?? null, source.timeZone);
    return `${time}: ${sentence(plainText(row.text))}`;
  });
}

/** The text with a full stop, where it has no stop of its own. */
function sentence(text: string): string {
  return /[.!?…]["”)]?$/u.test(text) ? text : `${text}.`;
}

function bold(item: string): string {
  return `**${item.replaceAll("**", "")}**`;
}

/** The narrative to read and pass on; refused while its words blame, judge by hindsight or name people. */
export const story = {
  name: "story",
  summary: "to read and pass on: short paragraphs, learnings in bold, times as prose",
  tellsTimes: true,
  refusedBy: ["blame-word", "counterfactual", "person-named"],
  render(source) {
    const { postmortem } = source;
    const missing = gapsOf(source).map(({ what, evidence }) => {
      return evidence === null ? `${what}.` : `${what}: ${evidence}`;
    });
    const text = document([
      {
        heading: titleOf(postmortem),
        parts: [whenParagraph(source), sectionText(source, "summary")],
      },
      { heading: "What happened", parts: eventParagraphs(source) },
      { heading: "Why", parts: postmortem.factors.map(({ value }) => plainText(value)) },
      { heading: "What we learned", parts: itemsOf(sectionText(source, "learnings")).map(bold) },
      { heading: "What was missing", parts: missing },
      {
        heading: "What we do about it",
        parts: postmortem.actions.map((action) => actionLine(action, source)),
      },
    ]);
    return { text, removed: null };
  },
} as const satisfies Edition<"story">;
