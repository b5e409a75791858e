import { card } from "./card.ts";
import { publicEdition } from "./public.ts";
import { slides } from "./slides.ts";
import { story } from "./story.ts";

export { WITHHELD_KINDS, type WithheldKind } from "./leaks.ts";

/** All editions, in the order of the help. */
export const EDITIONS = [card, story, publicEdition, slides] as const;

/** What `--as` may be. */
export type EditionName = (typeof EDITIONS)[number]["name"];
