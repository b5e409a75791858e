import type { Fact, FactMap } from "./fact.ts";

/** Under what circumstances people worked. */
export interface Conditions {
  readonly responders: Fact<number> | null;
  readonly familiarity: Fact<string> | null;
  readonly staffing: Fact<string> | null;
  readonly fatigue: Fact<string> | null;
}

/** What only the frontmatter can state: no body fills it in. */
export interface FrontmatterOnly {
  readonly conditions: Conditions | null;
}

function conditionsWith(
  { responders, familiarity, staffing, fatigue }: Conditions,
  fact: FactMap,
): Conditions {
  return {
    responders: fact(responders),
    familiarity: fact(familiarity),
    staffing: fact(staffing),
    fatigue: fact(fatigue),
  };
}

/** The same with another form of its facts, such as one without people: a new field does not compile before it is here. */
export function frontmatterOnlyWith(
  { conditions }: FrontmatterOnly,
  fact: FactMap,
): FrontmatterOnly {
  return { conditions: conditions && conditionsWith(conditions, fact) };
}
