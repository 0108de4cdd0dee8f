import type { Verdict } from '../../core/check/check-assembly.ts'
import type { Said } from '../../core/words/say-condition.ts'

/** How the forms were found. */
export type Way = 'one-program' | 'plan-and-exchange' | 'form-by-form' | 'joint-program'

/** A bound in millionths and who vouches for it: own arithmetic over multipliers of the rows, or the solver's branch and bound. */
export type Bound = { readonly value: number; readonly by: 'own-arithmetic' | 'solver' }

export type Assembled = {
  readonly kind: 'assembled'
  readonly way: Way
  /** Ids of the items of each form, in their places. */
  readonly forms: readonly (readonly string[])[]
  readonly verdict: Verdict
  /** No set of forms that keeps the constraints is better than this; null for feasibility alone. */
  readonly bound: Bound | null
  /** Share by which the objective may still be short of the best; 0 is proved best, null when nothing is proved. */
  readonly gap: number | null
  readonly certificate: Said
  readonly seconds: number
}

/** Constraints that cannot hold together, each with its sentence. */
export type Impossible = {
  readonly kind: 'impossible'
  readonly constraints: readonly { readonly id: string; readonly said: Said }[]
  /** Proved that without any one of them the rest can hold. */
  readonly minimal: boolean
  readonly certificate: Said
  readonly seconds: number
}

/** Out of time: neither forms nor a proof that there are none. */
export type NotFound = { readonly kind: 'not-found'; readonly certificate: Said; readonly seconds: number }

export type AssemblyOutcome = Assembled | Impossible | NotFound
