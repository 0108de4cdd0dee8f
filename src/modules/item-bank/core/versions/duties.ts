import { type Actor, type Role, holdsAt } from '../../../../kernel/actor.ts'
import { type Refusal, type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type VersionEvent, type VersionState, nextState } from './states.ts'

/** Who had a hand in an item so far, by person id. */
export type Hands = {
  /** The writer of this version; null for one that came by file. */
  readonly writerId: string | null
  /** Everybody who wrote this version or one before it: their words may still stand in it. */
  readonly writerIds: readonly string[]
  /** The person who passed this version. */
  readonly reviewerId: string | null
}

/** What the decision about a step needs to know of a version. */
export type VersionStanding = Hands & { readonly state: VersionState }

type Step = Exclude<VersionEvent, 'replace'>

/** Whose duty a step is. A return is the reviewer's as long as the version is read, and the approver's from then on. */
const DUTY: Readonly<Record<Exclude<Step, 'return'>, Role>> = {
  send: 'item-writer',
  withdraw: 'item-writer',
  pass: 'item-reviewer',
  approve: 'national-officer',
  'start-trial': 'national-officer',
  'make-operational': 'national-officer',
  retire: 'national-officer',
}

export function dutyFor(event: Step, state: VersionState): Role {
  if (event === 'return') return state === 'item-review' ? 'item-reviewer' : 'national-officer'
  return DUTY[event]
}

/**
 * The state a step leads to when this person may take it. Writer, reviewer and approver are three people: a writer only sends and
 * withdraws own versions and decides about none of their items; who passed a version does not approve it.
 * Refusals: `wrong-state`, `not-permitted`, `not-own-version`, `own-item`, `passed-it-already`.
 */
export function stepOf(standing: VersionStanding, event: Step, actor: Actor): Result<VersionState, Refusal> {
  const next = nextState(standing.state, event)
  if (!next.ok) return next
  if (actor.kind !== 'person' || !holdsAt(actor, {}, dutyFor(event, standing.state))) return refuse('not-permitted')
  const fault = event === 'send' || event === 'withdraw' ? ownFault(standing, actor.personId) : othersFault(standing, event, actor.personId)
  return fault ?? ok(next.value)
}

function ownFault({ writerId }: Hands, personId: string): ReturnType<typeof refuse> | undefined {
  return writerId === personId ? undefined : refuse('not-own-version')
}

function othersFault({ writerIds, reviewerId }: Hands, event: Step, personId: string): ReturnType<typeof refuse> | undefined {
  if (event !== 'retire' && writerIds.includes(personId)) return refuse('own-item')
  return event === 'approve' && reviewerId === personId ? refuse('passed-it-already') : undefined
}

/** Drafts and what came of them unsent are the writer's own; the national centre sees everything, the bank sees the rest. */
export function mayOpen({ state, writerId }: Pick<VersionStanding, 'state' | 'writerId'>, actor: Actor): Result<true, Refusal> {
  if (state !== 'draft' && state !== 'withdrawn') return ok(true)
  if (actor.kind === 'person' && (actor.personId === writerId || holdsAt(actor, {}, 'national-officer'))) return ok(true)
  return refuse('item-unknown')
}

/** A draft is written by its writer alone, and only while it is a draft. */
export function mayWrite(standing: VersionStanding, actor: Actor): Result<true, Refusal> {
  if (actor.kind !== 'person' || standing.writerId !== actor.personId) return refuse('not-own-version')
  return standing.state === 'draft' ? ok(true) : refuse('version-fixed', { state: standing.state })
}
