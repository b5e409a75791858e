import { memo } from "../../core/memo.ts";
import type { Action } from "../../core/postmortem.ts";
import { inBothCases } from "../../core/text/capitalised.ts";
import { anyPattern, anyWord, longestWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

const NAME = String.raw`[\p{Lu}\p{Lo}@][\p{L}\p{M}\p{N}'’_.-]{1,30}`;
/** One name, or several: "Ada", "Ada and Max", "Ada/Max". */
const names = (and: string) => `${NAME}(?:(?:, ?| ?[/&+] ?| ${and} )${NAME}){0,3}`;

const patternsOf = memo(({ action_phrases, lists, people }: Vocabulary): readonly RegExp[] => {
  const who = `(${names(anyWord(lists.and))})`;
  const labels = longestWord(
    inBothCases([...people.owned_as, ...people.owned_as_elsewhere, ...action_phrases.by]),
  );
  const tasked = anyPattern([anyWord(action_phrases.will), ...people.assigned]);
  return [
    // "Ada to add an alert", "Ada: add an alert", "Ada – add an alert"
    new RegExp(String.raw`^${who}(?:\s${tasked}\s|\s?[:：]\s|\s[–—-]\s)`, "u"),
    // "Add an alert — Ada", "Add an alert → Ada, by May"
    new RegExp(String.raw`\s(?:[–—→-]|->|=>)\s${who}(?=$|[,;.(])`, "u"),
    // "Add an alert (Ada)", "Add an alert (Ada, 3 May)"
    new RegExp(String.raw`[([]${who}(?=[)\],;])`, "u"),
    // "Add an alert, assigned to Ada"
    new RegExp(String.raw`(?<!\p{L})${labels}\s?:?\s${who}(?=$|[,;.)])`, "u"),
  ];
});

/** Words of actions that stand where an owner does, without being read as one: each may be a team's or anything else. */
export function ownersInTitles(
  actions: readonly Pick<Action, "title">[],
  vocabulary: Vocabulary,
): readonly string[] {
  const patterns = patternsOf(vocabulary);
  return actions.flatMap(({ title }) =>
    patterns.flatMap((pattern) => pattern.exec(title.value)?.slice(1, 2) ?? []),
  );
}
