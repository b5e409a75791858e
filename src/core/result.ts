/** A value, or why there is none. */
export type Result<Value, Why = string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly why: Why };

/** The result that is a value. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** The result that says why there is no value. */
export function no<Why>(why: Why): { readonly ok: false; readonly why: Why } {
  return { ok: false, why };
}

/** The value of a result, or another in its stead. */
export function valueOr<Value, Other>(result: Result<Value, unknown>, other: Other): Value | Other {
  return result.ok ? result.value : other;
}
