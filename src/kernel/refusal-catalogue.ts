import type { RefusalFacts } from './result.ts'

/** How one refusal is told: the HTTP status, and what was refused, why, and what to do next. */
export type RefusalText = {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 503
  readonly zh: string
  readonly en: string
}

/** Code → text. `{name}` in a text is filled from the facts of the refusal. */
export type RefusalCatalogue = Readonly<Record<string, RefusalText>>

/** Fills `{name}` placeholders; a missing fact stays visible as its name, so that it is noticed. */
export function fillText(text: string, facts: RefusalFacts): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const fact = facts[name]
    return fact === undefined ? whole : Array.isArray(fact) ? fact.join('、') : String(fact)
  })
}
