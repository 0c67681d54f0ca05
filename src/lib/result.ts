/** What a function gives that can refuse: the value, or an error as plain data. Nothing is thrown. */
export type Result<Value, Failure> = { ok: true; value: Value } | { ok: false; error: Failure };

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

export const refuse = <Failure>(error: Failure): { ok: false; error: Failure } => ({ ok: false, error });
