import type { Action } from "../../core/postmortem.ts";
import type { Text } from "../../parse/body/body.ts";
import type { AssembleContext } from "../context.ts";
import { teamCalled } from "../labels/values.ts";
import { rangeSource, stated } from "../sections/cells.ts";
import { statusOfHeading } from "./status.ts";

/** The team that words above actions name and nothing else: "Platform", "Search team:"; null where they name none. */
export function teamNamed(text: string, context: AssembleContext): string | null {
  return (
    teamCalled(
      text
        .trim()
        .replace(/[:：]$/, "")
        .trim(),
      context,
    )?.id ?? null
  );
}

/** Gives actions without an owner the team that the words above them are. */
export function withOwnerOf(
  { text, range }: Text,
  actions: readonly Action[],
  context: AssembleContext,
): readonly Action[] {
  const team = teamNamed(text, context);
  if (team === null) return actions;
  const owner = {
    value: team,
    source: { ...rangeSource(range), how: "inferred" } as const,
    ...(team === text ? {} : { written: text }),
  };
  return actions.map((action) => ({ ...action, owner: action.owner ?? owner }));
}

/** Gives actions without a state of their own that of the words above them. */
function withStatusOf(
  { text, range }: Text,
  actions: readonly Action[],
  context: AssembleContext,
): readonly Action[] {
  const status = statusOfHeading(text, context);
  if (status === null) return actions;
  return actions.map((action) => ({ ...action, status: action.status ?? stated(status, range) }));
}

/** Gives actions the owner and the state that the words above them tell, where they have none of their own. */
export function withGroupOf(
  above: Text,
  actions: readonly Action[],
  context: AssembleContext,
): readonly Action[] {
  return withOwnerOf(above, withStatusOf(above, actions, context), context);
}
