import type { Instant } from '../../../../kernel/instant.ts'
import { SEALS_NEEDED, type Sealing } from './sealing.ts'

/** The acts of the ceremony in their order; what each asks of those in the room stands in the words of the page. */
export const SCRIPT = ['order', 'parts', 'first-seal', 'second-seal', 'files', 'shares', 'join'] as const
export type ScriptStep = (typeof SCRIPT)[number]
export type ScriptLine = { readonly step: ScriptStep; readonly done: boolean; readonly at: Instant | null; readonly by: readonly string[] }

export type ScriptFacts = {
  readonly sealing: Pick<Sealing, 'state' | 'orderedAt' | 'orderedBy' | 'sealedAt' | 'handedOutAt' | 'handedOutBy'>
  readonly madeAt: Instant | null
  readonly seals: readonly { readonly personId: string; readonly at: Instant }[]
  readonly custodians: readonly { readonly personId: string; readonly takenAt: Instant | null }[]
}

/** How far a ceremony has come: what was done, when and by whom. The first line that is not done is the next thing to do. */
export function ceremonyScript({ sealing, madeAt, seals, custodians }: ScriptFacts): ScriptLine[] {
  const taken = custodians.filter(one => one.takenAt !== null)
  const whole = custodians.length > 0 && taken.length === custodians.length
  const lastTaken = taken.reduce<Instant | null>((last, { takenAt }) => (takenAt !== null && (last ?? -1) < takenAt ? takenAt : last), null)
  const seal = (at: number): ScriptLine['by'] => seals.slice(at, at + 1).map(one => one.personId)
  return [
    line('order', true, sealing.orderedAt, [sealing.orderedBy]),
    line('parts', madeAt !== null, madeAt, []),
    line('first-seal', seals.length >= 1, seals[0]?.at ?? null, seal(0)),
    line('second-seal', seals.length >= SEALS_NEEDED, seals[1]?.at ?? null, seal(1)),
    line('files', sealing.state === 'sealed', sealing.sealedAt, []),
    line(
      'shares',
      whole,
      whole ? lastTaken : null,
      taken.map(one => one.personId),
    ),
    line('join', sealing.handedOutAt !== null, sealing.handedOutAt, sealing.handedOutBy === null ? [] : [sealing.handedOutBy]),
  ]
}

function line(step: ScriptStep, done: boolean, at: Instant | null, by: readonly string[]): ScriptLine {
  return { step, done, at, by }
}
