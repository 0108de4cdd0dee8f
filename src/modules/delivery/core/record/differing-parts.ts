import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import type { Sha256 } from '../paper/package.ts'
import type { SittingRecord } from './record.ts'

/** What an attempt consists of in a record, and what the room did besides, as people call it. */
export const RECORD_PARTS = {
  attempt: { zh: '作答状态', en: 'state' },
  epochs: { zh: '进入记录', en: 'entries' },
  events: { zh: '作答记录', en: 'events' },
  responses: { zh: '作答内容', en: 'responses' },
  credits: { zh: '补时', en: 'minutes given back' },
  files: { zh: '附件', en: 'files' },
  audit: { zh: '审计记录', en: 'audit entries' },
  worlds: { zh: '模拟世界', en: 'worlds' },
  head: { zh: '软件版本', en: 'release' },
  incidents: { zh: '异常情况', en: 'incidents' },
  hall: { zh: '考务记录', en: 'acts of the hall' },
} as const
export type RecordPart = keyof typeof RECORD_PARTS
const OF_ATTEMPT = ['attempt', 'epochs', 'events', 'responses', 'credits', 'files', 'audit', 'worlds'] as const

/** Short digests of the parts of a record (16 hex digits each): enough to say where two records differ, the root says whether. */
export type PartDigests = {
  readonly whole: readonly (readonly [RecordPart, string])[]
  /** By attempt, in the order of `OF_ATTEMPT`. */
  readonly attempts: readonly (readonly [attemptId: string, digests: readonly string[]])[]
}
/** A place in which two records differ; null: not of one attempt. */
export type DifferingPart = { readonly attemptId: string | null; readonly part: RecordPart }

const DIGITS = 16

export function partDigests({ head, attempts, incidents }: SittingRecord, sha256: Sha256): PartDigests {
  const short = (value: unknown) => sha256(canonicalJson(value)).slice(0, DIGITS)
  return {
    whole: [
      ['head', short(head)],
      ['incidents', short(incidents.incidents)],
      ['hall', short(incidents.hall)],
    ],
    attempts: attempts.map(one => [one.attempt.id, OF_ATTEMPT.map(part => short(one[part] ?? []))] as const),
  }
}

/** Where two records differ, at most so many places; an attempt that only one of them has differs as a whole. */
export function differingParts(a: PartDigests, b: PartDigests, most: number): DifferingPart[] {
  const [ofA, ofB] = [new Map(a.attempts), new Map(b.attempts)]
  const ids = [...new Set([...ofA.keys(), ...ofB.keys()])].toSorted()
  const wholeOfB = new Map(b.whole)
  const whole = a.whole.filter(([part, digest]) => wholeOfB.get(part) !== digest).map(([part]) => ({ attemptId: null, part }))
  const each = ids.flatMap(attemptId => {
    const [mine, theirs] = [ofA.get(attemptId), ofB.get(attemptId)]
    if (!mine || !theirs) return [{ attemptId, part: 'attempt' as const }]
    return OF_ATTEMPT.filter((_part, at) => mine[at] !== theirs[at]).map(part => ({ attemptId, part }))
  })
  return [...whole, ...each].slice(0, most)
}
