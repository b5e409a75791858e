import { memo } from "../../core/memo.ts";
import { UNKNOWN } from "../../core/postmortem.ts";
import type { Language } from "../../core/settings/language.ts";
import { findTerm, foldName } from "../../core/taxonomy.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import {
  defineRule,
  type NamingWords,
  type RuleContext,
  type RuleFinding,
  searchListed,
} from "../define.ts";
import { adviceToRename } from "../unknown-term.ts";

const patternsOf = memo(({ articles, and: joins, teams }: NamingWords) => {
  const and = String.raw`(?<!\p{L})${anyWord(joins)}(?!\p{L})`;
  return {
    /** What several owners of one action are parted by. */
    between: new RegExp(String.raw`(?:(?<!\s)\s+)?(?:[,;/&+]|${and})\s*`, "iu"),
    /** What people write around the name of a team. */
    around: new RegExp(
      String.raw`^(?:${anyWord(articles)}|${anyWord(teams)})\s+|(?<!\s)\s+${anyWord(teams)}$`,
      "giu",
    ),
  };
});

/** Whether a name is one of a role: "release manager", "ledger engineering lead", "Leiter Betrieb". */
function isRole(owner: string, { roles }: NamingWords, { words }: Language): boolean {
  const parts = owner.toLowerCase().split(/\s+/);
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  const isOfPeople = words.people.has(last) || words.either.has(last);
  return isOfPeople || roles.includes(first) || roles.includes(last);
}

function isKnown(
  owner: string,
  naming: NamingWords,
  { taxonomy, config, language }: RuleContext,
): boolean {
  const bare = owner.replace(patternsOf(naming).around, "").trim();
  const isNamed = [owner, bare].some(
    (name) => findTerm(taxonomy.teams, name) !== null || config.roles.has(foldName(name)),
  );
  return isNamed || isRole(bare, naming, language);
}

const UNKNOWN_HINT = "Name a team of the taxonomy, or list the role under `lint.roles` in pm.yaml.";

export const unknownOwner = defineRule({
  id: "unknown-owner",
  defaultLevel: "warning",
  drafts: "same",
  summary: `The owner of an action is a team of the taxonomy or a role of \`pm.yaml\`.`,
  why: `Nobody does an action whose team is unknown. A misspelt name hides it from the team that should do it.`,
  helps: `\`pm actions --owner\` lists a team's actions by its name in the taxonomy.`,
  bad: `---
title: Checkout stalled
status: draft
---

## Actions

| Action | Owner | Due | Status |
|---|---|---|---|
| Queue game day | paymenst | 2026-04-15 | open |
`,
  good: `---
title: Checkout stalled
status: draft
---

## Actions

| Action | Owner | Due | Status |
|---|---|---|---|
| Queue game day | payments | 2026-04-15 | open |
`,
  *check(postmortem, context): Iterable<RuleFinding> {
    const { actions, problems } = postmortem;
    const { taxonomy, people } = context;
    const listed = searchListed(postmortem, people);
    const naming = context.namingWords(postmortem);
    const { between } = patternsOf(naming);
    const standIns = new Set(
      problems.flatMap((one) => (one.kind === "stand-in" ? [one.range.start.offset] : [])),
    );
    if (taxonomy.teams.length === 0) return;
    for (const { owner } of actions) {
      // A person is reported by another rule, and is never repeated in a message.
      if (owner === null || owner.value === UNKNOWN) continue;
      if (people.names(owner.written ?? owner.value, listed)) continue;
      if (standIns.has(owner.source.range.start.offset)) continue;
      const parts = [owner.value, ...owner.value.split(between)].filter((part) => part !== "");
      const [whole = "", ...each] = parts;
      if (isKnown(whole, naming, context)) continue;
      const unknown = each.filter((part) => !isKnown(part, naming, context));
      for (const part of unknown) {
        const message = `Unknown owner \`${part}\``;
        const { range } = owner.source;
        const advice = adviceToRename(part, range, taxonomy.teams) ?? { hint: UNKNOWN_HINT };
        yield { range, message, ...advice };
      }
    }
  },
});
