import type { LabRefusal } from '../world/state.ts'

/** An expected "no" of a decision, before it has its text. */
export type Refuse = { readonly ok: false; readonly code: string; readonly facts: LabRefusal['facts']; readonly field?: string }

/** An expected "no" of a command; `facts` fill the text of its code, `field` is where the person has to look. */
export function no(code: string, facts: Refuse['facts'] = {}, field?: string): Refuse {
  return field === undefined ? { ok: false, code, facts } : { ok: false, code, facts, field }
}
