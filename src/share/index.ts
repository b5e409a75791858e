export { LEAK_KINDS } from "./leaks.ts";
import { publicEdition } from "./public.ts";

/** All editions, in the order of the help. */
export const EDITIONS = [publicEdition] as const;

/** What `--as` may be. */
export type EditionName = (typeof EDITIONS)[number]["name"];
