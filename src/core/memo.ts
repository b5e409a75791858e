import { ownText } from "./own-text.ts";

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

/** Keeps what was computed of a text among others, of which all are forgotten once there are many. */
export function remember<Value>(made: Map<string, Value>, text: string, value: Value): Value {
  if (made.size >= MOST_TEXTS) made.clear();
  // A part of a document's text would keep all of it.
  made.set(ownText(text), value);
  return value;
}

/** A function of a text that computes its value once for each, until there are many. */
export function memoText<Value>(make: (text: string) => Value): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const known = made.get(text);
    return known === undefined ? remember(made, text, make(text)) : known;
  };
}

/** A function of a text that knows its value for the last one: several stages ask it of one document. */
export function memoLast<Value>(make: (text: string) => Value): (text: string) => Value {
  let last: { readonly text: string; readonly value: Value } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, value: make(text) };
    return last.value;
  };
}

/** A function that computes its value when it is first called, and returns that ever after. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
