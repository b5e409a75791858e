/** A word of a name, as it is written: `Jane`, `O'Neil`. */
export const NAME_WORD = String.raw`\p{Lu}[\p{L}\p{M}'’-]{1,30}`;

/** A name of several words; between two of them may stand "van der". */
export const FULL_NAME = String.raw`${NAME_WORD}(?: (?:\p{Ll}{1,3} ){0,2}${NAME_WORD}){1,3}`;

/** A text that is such a name and nothing else. */
export const WHOLE_NAME = new RegExp(`^${FULL_NAME}$`, "u");
