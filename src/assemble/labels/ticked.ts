/** A box of a form, ticked or not, as people draw them in a line of text. */
const BOX =
  /[☐☑☒✅⬜🔲🔳🔘◉○●◯]\u{FE0F}?|\[[ xX✓✔]?\]|\([ xX•*✓✔]\)|:(?:white_large_square|white_check_mark|ballot_box_with_check|heavy_check_mark|black_square_button):/gu;
const TICKED = /[☑☒✅🔘◉●xX✓✔•*]|_check/u;
/** A shorter list of options is no choice. */
const LEAST_BOXES = 2;

/**
 * Of a value that is a choice, "☐ S1 ☑ S2", what is ticked, with commas; empty where nothing is. The value
 * itself where it is no choice.
 */
export function tickedIn(value: string): string {
  const boxes = [...value.matchAll(BOX)];
  const [first] = boxes;
  const last = boxes.at(-1);
  if (!first || !last || boxes.length < LEAST_BOXES) return value;
  const isBefore = first.index === 0;
  const isBehind = last.index + last[0].length === value.length;
  if (isBefore === isBehind) return value;
  const options = boxes.map(({ index, 0: box }, at) => {
    const before = boxes[at - 1];
    const start = isBefore ? index + box.length : before ? before.index + before[0].length : 0;
    const end = isBefore ? (boxes[at + 1]?.index ?? value.length) : index;
    return {
      box,
      text: value.slice(start, end).replace(/^[\s,;|/]+|(?<![\s,;|/])[\s,;|/]+$/g, ""),
    };
  });
  return options
    .filter(({ box }) => TICKED.test(box))
    .map(({ text }) => text)
    .join(", ");
}
