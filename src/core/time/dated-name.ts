/** A year and a month in the name of a file: `2026-03-14-checkout`, `202603`. */
export const DATED_NAME = /(?:19|20)\d{2}[-_.]?(?:0[1-9]|1[0-2])/;
