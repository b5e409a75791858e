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

/** A function that computes its value when it is first called, and returns that ever after. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
