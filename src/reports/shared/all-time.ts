import type { Query } from "../define.ts";

/** The query without a beginning: about everything up to the end of its window. */
export function allTime(query: Query): Query {
  return { ...query, window: { ...query.window, since: null, prior: null } };
}
