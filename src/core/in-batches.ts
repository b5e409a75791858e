/**
 * Computes values some at a time: each is put off until there are so many, which are then computed one after the
 * other. What computing takes is at hand for all of them, and what they are made of is not kept for long.
 * @returns puts a value off, and returns what gives it: at the latest when it is asked for.
 */
export function inBatches<Value>(size: number): (make: () => Value) => () => Value {
  let waiting: (() => Value)[] = [];
  return (make) => {
    let state: { readonly make: () => Value } | { readonly value: Value } = { make };
    const value = (): Value => {
      if ("make" in state) state = { value: state.make() };
      return state.value;
    };
    waiting.push(value);
    if (waiting.length < size) return value;
    const batch = waiting;
    waiting = [];
    for (const one of batch) one();
    return value;
  };
}
