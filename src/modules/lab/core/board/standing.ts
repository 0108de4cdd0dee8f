import type { CheckEvidence } from '../task/score/score.ts'

/** One command of a trainee as the board needs it: after which event, when it came in (milliseconds), and the refusal it met. */
export type BoardEntry = {
  readonly fromSeq: number
  readonly receivedAt: number
  readonly refusal: { readonly app: string; readonly code: string; readonly zh: string } | null
}

/** 达成、部分、未达成、尚未做、待评、不要求. */
export type CheckState = 'met' | 'partly' | 'not' | 'not-yet' | 'to-mark' | 'not-asked'

/** How a check stands on the board. One that brings nothing is `not` only when something was done for it, or when the task is handed in. */
export function checkState({ status, witness, counter }: CheckEvidence, submitted: boolean): CheckState {
  switch (status) {
    case 'full':
      return 'met'
    case 'partial':
      return 'partly'
    case 'gated':
      return 'not'
    case 'manual':
      return 'to-mark'
    case 'not-asked':
      return 'not-asked'
    case 'none':
      return submitted || witness.length + counter.length > 0 ? 'not' : 'not-yet'
  }
}

/** When a check was last brought forward: the time of the command that led to the last event a met or partly met check rests on; null when none is. */
export function progressAt(checks: readonly CheckEvidence[], entries: readonly BoardEntry[]): number | null {
  const seqs = checks.flatMap(({ status, witness }) => (status === 'full' || status === 'partial' ? witness : []))
  const last = Math.max(0, ...seqs)
  return last === 0 ? null : (entries.findLast(entry => entry.fromSeq < last && entry.refusal === null)?.receivedAt ?? null)
}

export type Standing =
  | { readonly kind: 'submitted' | 'working' | 'idle'; readonly code: null; readonly zh: null; readonly times: 0 }
  | { readonly kind: 'stuck'; readonly code: string; readonly zh: string; readonly times: number }

/** From how many times on the same refusal counts as repeated. */
export const REPEATED = 2
/** A page that looked at an old world and tried again: that is no trouble of a person. */
const TECHNICAL: ReadonlySet<string> = new Set(['E_STALE'])

type At = {
  readonly now: number
  readonly minutes: number
  readonly submitted: boolean
  /** When the world was opened: until something is achieved, time runs from there. */
  readonly openedAt: number
  readonly checks: readonly CheckEvidence[]
  readonly entries: readonly BoardEntry[]
}

const MINUTE = 60_000
const plain = (kind: 'submitted' | 'working' | 'idle'): Standing => ({ kind, code: null, zh: null, times: 0 })

/**
 * How a trainee gets on. Stuck: nothing was achieved for `minutes` and since then the same refusal came again. Idle: nothing was even tried
 * for so long.
 */
export function standingOf({ now, minutes, submitted, openedAt, checks, entries }: At): Standing {
  if (submitted) return plain('submitted')
  const since = progressAt(checks, entries) ?? openedAt
  const worst = since <= now - minutes * MINUTE ? mostRepeated(entries.filter(entry => entry.receivedAt >= since)) : null
  if (worst !== null) return { kind: 'stuck', ...worst }
  const lastTry = entries.at(-1)?.receivedAt ?? openedAt
  return plain(lastTry <= now - minutes * MINUTE ? 'idle' : 'working')
}

function mostRepeated(entries: readonly BoardEntry[]): { code: string; zh: string; times: number } | null {
  const worst = refusalsOf([{ entries }])[0]
  return worst === undefined || worst.times < REPEATED ? null : { code: worst.code, zh: worst.zh, times: worst.times }
}

/** A refusal of the whole workshop: how often it came, to how many, and the words it was told in last. */
export type CommonRefusal = {
  readonly app: string
  readonly code: string
  readonly zh: string
  readonly times: number
  readonly trainees: number
}

/** Every refusal that people met, the most frequent first; equal ones in the order of app and code. */
export function refusalsOf(rows: readonly { readonly entries: readonly BoardEntry[] }[]): CommonRefusal[] {
  const found = new Map<string, { app: string; code: string; zh: string; times: number; trainees: Set<number> }>()
  for (const [row, { entries }] of rows.entries()) {
    for (const { refusal } of entries) {
      if (refusal === null || TECHNICAL.has(refusal.code)) continue
      const key = `${refusal.app} ${refusal.code}`
      const known = found.get(key) ?? { ...refusal, times: 0, trainees: new Set<number>() }
      known.zh = refusal.zh
      known.times += 1
      known.trainees.add(row)
      found.set(key, known)
    }
  }
  return [...found.entries()]
    .toSorted(([a, x], [b, y]) => y.times - x.times || (a < b ? -1 : 1))
    .map(([, { trainees, ...refusal }]) => ({ ...refusal, trainees: trainees.size }))
}

/** The heading of a check for a whole class: what differs from variant to variant is left open. */
export function openSay(say: string): string {
  return say.replace(/\{\{[^{}]+\}\}/g, '……')
}
