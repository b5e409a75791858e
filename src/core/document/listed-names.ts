/** Names that one document lists as those of people: for as long as it takes to withhold them. */
export interface ListedNames {
  /** Whole names as written, each without its sign. */
  readonly full: readonly string[];
  /** First and last names that stand for one of them alone, and names of one word. */
  readonly single: readonly string[];
  /** First and last names that are also words: they count only where they act, as "Mark found the cause". */
  readonly acting?: readonly string[];
  /** Names in a team's place that may be people's: reports withhold them, no rule reports them. */
  readonly doubtful?: readonly string[];
}

export const NO_NAMES: ListedNames = { full: [], single: [] };

/** The same names in another form. */
export function namesWith(
  { full, single, acting, doubtful }: ListedNames,
  form: (name: string) => string,
): ListedNames {
  return {
    full: full.map(form),
    single: single.map(form),
    ...(acting ? { acting: acting.map(form) } : {}),
    ...(doubtful ? { doubtful: doubtful.map(form) } : {}),
  };
}

/** All names of several lists, each once; those that only may be names are left out. */
export function joinNames(all: readonly ListedNames[]): ListedNames {
  const acting = [...new Set(all.flatMap((one) => one.acting ?? []))];
  return {
    full: [...new Set(all.flatMap(({ full }) => full))],
    single: [...new Set(all.flatMap(({ single }) => single))],
    ...(acting.length > 0 ? { acting } : {}),
  };
}
