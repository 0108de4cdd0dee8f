import type { AnswerOf } from '../../../../../ui/client.ts'
import type { readJournal } from '../../../contract.ts'

export type Journal = AnswerOf<typeof readJournal>
export const GROUPS = ['all', 'halt', 'credit', 'record', 'seat', 'end'] as const
export type Group = (typeof GROUPS)[number]
export type EntryKind =
  | 'pause'
  | 'fault'
  | 'credit-granted'
  | 'credit-proposed'
  | 'credit-declined'
  | 'incident'
  | 'malpractice'
  | 'checked-in'
  | 'code-renewed'
  | 'marked-absent'
  | 'seat-swapped'
  | 'help-given'
  | 'handed-in'
  | 'stopped'
  | 'closed'
  | 'late-events-decided'
  | 'integrity-unlocked'
  | 'allowed-without-seb'
  | 'other'

/** One thing that happened, whichever table it comes from. */
export type JournalEntry = {
  readonly id: string
  readonly at: number
  readonly kind: EntryKind
  readonly group: Exclude<Group, 'all'>
  /** About a person, a room, or the site when both are null. */
  readonly candidateRef: string | null
  readonly attemptId: string | null
  readonly roomLabel: string | null
  readonly reason: string | null
  readonly note: string
  readonly span: { readonly from: number; readonly to: number | null } | null
  readonly ended: boolean
  readonly by: string | null
  readonly witness: string | null
}

const NOTHING = {
  candidateRef: null,
  attemptId: null,
  roomLabel: null,
  reason: null,
  note: '',
  span: null,
  ended: false,
  by: null,
  witness: null,
}

/** Acts that have a table of their own stand in the journal once, with what that table knows. */
const TOLD_ELSEWHERE = new Set([
  'paused',
  'fault-began',
  'resumed',
  'time-credited',
  'credit-decided',
  'incident-recorded',
  'malpractice-recorded',
])
const ACTS: Readonly<Record<string, Exclude<Group, 'all'>>> = {
  'checked-in': 'seat',
  'code-renewed': 'seat',
  'marked-absent': 'seat',
  'seat-swapped': 'seat',
  'help-given': 'seat',
  'handed-in': 'end',
  stopped: 'end',
  closed: 'end',
  'late-events-decided': 'end',
  'integrity-unlocked': 'seat',
  'allowed-without-seb': 'seat',
}

/** Everything that happened, the latest first. */
export function journalEntries(journal: Journal): JournalEntry[] {
  return [...haltEntries(journal), ...creditEntries(journal), ...recordEntries(journal), ...actEntries(journal)].toSorted(
    (a, b) => b.at - a.at || a.id.localeCompare(b.id),
  )
}

function haltEntries({ halts, acts }: Journal): JournalEntry[] {
  const begun = new Map(acts.map(act => [act.actId, act.doneBy]))
  return halts.map(halt => ({
    ...NOTHING,
    id: halt.haltId,
    at: halt.fromAt,
    kind: halt.kind,
    group: 'halt',
    roomLabel: halt.roomLabel,
    reason: halt.reason,
    note: halt.note,
    span: { from: halt.fromAt, to: halt.toAt },
    by: begun.get(halt.haltId) ?? null,
  }))
}

function creditEntries({ credits }: Journal): JournalEntry[] {
  return credits.map(credit => ({
    ...NOTHING,
    id: credit.creditId,
    at: credit.toAt,
    kind: `credit-${credit.state}` as const,
    group: 'credit',
    candidateRef: credit.candidateRef,
    roomLabel: credit.roomLabel,
    reason: credit.cause,
    note: credit.note,
    span: { from: credit.fromAt, to: credit.toAt },
    by: credit.decidedBy ?? credit.proposedBy,
    witness: credit.witness,
  }))
}

function recordEntries({ incidents, malpractice }: Journal): JournalEntry[] {
  return [
    ...incidents.map(one => ({
      ...NOTHING,
      id: one.id,
      at: one.recordedAt,
      kind: 'incident' as const,
      group: 'record' as const,
      attemptId: one.attemptId,
      reason: one.reason,
      note: one.note,
      by: one.recordedBy,
    })),
    ...malpractice.map(one => ({
      ...NOTHING,
      id: one.id,
      at: one.at,
      kind: 'malpractice' as const,
      group: 'record' as const,
      candidateRef: one.candidateRef,
      reason: one.reason,
      note: one.note,
      ended: one.stopped,
      by: one.by,
      witness: one.witness,
    })),
  ]
}

function actEntries({ acts }: Journal): JournalEntry[] {
  return acts
    .filter(act => !TOLD_ELSEWHERE.has(act.kind))
    .map(act => ({
      ...NOTHING,
      id: act.actId,
      at: act.doneAt,
      kind: act.kind in ACTS ? (act.kind as EntryKind) : 'other',
      group: ACTS[act.kind] ?? 'seat',
      candidateRef: act.candidateRef,
      attemptId: act.attemptId,
      roomLabel: act.roomLabel,
      by: act.doneBy,
      witness: act.witness,
    }))
}

/** Whole minutes of a span, a part counting as one; null while it lasts. */
export function spanMinutes({ from, to }: NonNullable<JournalEntry['span']>): number | null {
  return to === null ? null : Math.ceil((to - from) / 60_000)
}
