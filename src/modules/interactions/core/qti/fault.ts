import { fillText } from '../../../../kernel/refusal-catalogue.ts'
import type { RefusalFacts, Refused, Result } from '../../../../kernel/result.ts'
import { QTI_FAULT_WORDS } from './fault-words.ts'

export type QtiFaultCode = keyof typeof QTI_FAULT_WORDS

/** Why a QTI document or a response cannot be processed: what is wrong, and at which element. */
export type QtiFault = { readonly code: QtiFaultCode; readonly element: string; readonly facts: RefusalFacts }

/** What the engine gives: a value, or the fault that stopped it. */
export type QtiResult<T> = Result<T, QtiFault>

export type QtiRefused = Refused<QtiFault>

export function qtiFault(code: QtiFaultCode, element: string, facts: RefusalFacts = {}): QtiRefused {
  return { ok: false, refusal: { code, element, facts } }
}

/** Tells an outcome that is a fault from a plain value; values of the engine never carry `ok`. */
export function isFault(outcome: object): outcome is QtiRefused {
  return 'ok' in outcome && outcome.ok === false
}

/** Runs a step over a list and stops at the first fault. */
export function eachSound<T, U>(list: readonly T[], step: (entry: T) => QtiResult<U>): QtiResult<readonly U[]> {
  const values: U[] = []
  for (const entry of list) {
    const outcome = step(entry)
    if (!outcome.ok) return outcome
    values.push(outcome.value)
  }
  return { ok: true, value: values }
}

/** The fault as people read it, with the element it stands at. */
export function qtiFaultText({ code, element, facts }: QtiFault): { readonly zh: string; readonly en: string } {
  const words = QTI_FAULT_WORDS[code]
  return { zh: `<${element}>：${fillText(words.zh, facts)}`, en: `<${element}>: ${fillText(words.en, facts)}` }
}
