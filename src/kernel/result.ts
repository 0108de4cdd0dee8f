/** The outcome of a decision: a value, or an expected refusal. Bugs throw instead. */
export type Result<T, E = Refusal> = { readonly ok: true; readonly value: T } | Refused<E>

/**
 * A refusal as an outcome. The transaction around it is rolled back, unless `keep` says that what was
 * written on the way (a counted try, its audit entry) must stay.
 */
export type Refused<E = Refusal> = { readonly ok: false; readonly refusal: E; readonly keep?: true }

/** Facts that fill the placeholders of a refusal's text. Only plain values: they reach the browser. */
export type RefusalFacts = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** A fault in one field of a form: where it stands, and what the person reads beside it. */
export type FieldFault = { readonly path: string; readonly zh: string; readonly en: string }

/** An expected "no": a code from the catalogue of a module, and the facts its text names. */
export type Refusal = { readonly code: string; readonly facts: RefusalFacts; readonly fields?: readonly FieldFault[] }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function refuse(code: string, facts: RefusalFacts = {}, fields?: readonly FieldFault[]): Refused {
  return { ok: false, refusal: fields ? { code, facts, fields } : { code, facts } }
}

/** Refuses, but lets the transaction commit: for tries that must be counted although they failed. */
export function refuseAndKeep(code: string, facts: RefusalFacts = {}): Refused {
  return { ok: false, refusal: { code, facts }, keep: true }
}
