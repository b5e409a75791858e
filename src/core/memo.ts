import { ownText } from "./text/own-text.ts";

/**
 * A function that computes its value once for each object that it is given, and forgets it with the
 * object.
 * @param make gets all arguments of the first call; those after the object have to follow from it.
 */
export function memo<Key extends object, Rest extends readonly unknown[], Value>(
  make: (key: Key, ...rest: Rest) => Value,
): (key: Key, ...rest: Rest) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return (key, ...rest) => {
    const known = made.get(key);
    if (known) return known.value;
    const value = make(key, ...rest);
    made.set(key, { value });
    return value;
  };
}

/** More texts than are worth remembering; what is forgotten is computed again. */
const MOST_TEXTS = 20_000;

/** A function of a text that computes its value once for each; once there are many, all are forgotten. */
export function memoText<Value>(make: (text: string) => Value): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    // A part of a document's text would keep all of it, as would a part of that part in the value.
    const own = ownText(text);
    const value = make(own);
    if (made.size >= MOST_TEXTS) made.clear();
    made.set(own, value);
    return value;
  };
}

/** The same of a text and an object: each object has its own texts, which are forgotten with it. */
export function memoTextOf<Key extends object, Value>(
  make: (text: string, key: Key) => Value,
): (text: string, key: Key) => Value {
  const ofKey = memo((key: Key) => memoText((text) => make(text, key)));
  return (text, key) => ofKey(key)(text);
}

/** A function that knows its value for the last text or object: several stages ask it of one document. */
export function memoLast<Value, Key = string>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}

/** A function that computes its value when it is first called, and returns that ever after. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
