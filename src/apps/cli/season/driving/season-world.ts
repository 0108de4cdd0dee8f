import type { Instant } from '../../../../kernel/instant.ts'
import { setClock } from '../../../../modules/identity/contract.ts'
import type { Client } from '../../../../platform/http/client.ts'
import type { KeyBook } from '../answering/key-book.ts'
import type { ItemWork } from '../practising/item-work.ts'
import type { KnownTask } from '../practising/task-book.ts'
import type { SyntheticPerson } from '../people/people.ts'
import type { Progress } from '../report/progress.ts'
import type { Caller } from './caller.ts'
import type { Pictures } from './pictures.ts'
import type { Staff } from './staff.ts'

/** Everything a stage works with. */
export type SeasonWorld = {
  readonly address: string
  readonly seed: string
  readonly caller: Caller
  readonly staff: Staff
  readonly book: KeyBook
  /** tasks of the laboratory, by number */
  readonly tasks: ReadonlyMap<string, KnownTask>
  readonly pictures: Pictures
  readonly progress: Progress
  /** ID numbers and mobiles given to people so far */
  readonly taken: Set<string>
  /** What did not go as planted, in words; a season without any is a good one. */
  readonly surprises: string[]
}

/** How many people act at the same time. */
export const AT_ONCE = 8

/** One person's way through the season, as the person sees it. */
export type Track = {
  readonly person: SyntheticPerson
  readonly client: Client
  readonly siteCode: string
  readonly province: string
  /** papers the person turns up for; nobody is absent from the practical paper only */
  readonly attends: 'both' | 'theory-only' | 'nothing'
  /** false: works on until the sitting is closed */
  readonly handsIn: boolean
  application: { readonly applicationId: string; readonly personId: string } | null
  standing: 'registered' | 'refused' | 'submitted' | 'returned' | 'approved' | 'rejected'
  approvedClause: string | null
  ticketNumber: string | null
  theory: TheoryTrack | null
  practical: PracticalTrack | null
}

/**
 * A practical paper: `mark` is what an assessor gave for the whole of it; where it was sat at a machine, `work` is what was done in the worlds
 * of its items, and the paper at the machine.
 */
export type PracticalTrack = {
  readonly present: boolean
  mark: number | null
  readonly work: readonly ItemWork[] | null
  readonly attempt: { readonly attemptId: string; readonly token: string; readonly lastSeq: number } | null
}

/** A theory paper as the machine of the candidate knows it. Marks in hundredths. */
export type TheoryTrack = {
  readonly attemptId: string
  readonly token: string
  readonly lastSeq: number
  /** events that the server acknowledged as stored */
  readonly acknowledged: number
  /** items with a response among them */
  readonly answered: number
  /** the score these responses must earn */
  readonly deserved: number
  receiptCode: string | null
}

/** Moves the clock of the demonstration. */
export async function moveClock(world: SeasonWorld, at: Instant): Promise<void> {
  await world.caller.must(await world.staff.one('national-officer'), setClock, { body: { at } })
}

/** Who the person is in a list of surprises. */
export function told(track: Track): string {
  return `${track.person.name}（${track.person.index + 1}号，${track.person.plan.clauseId}，${track.person.plan.kind}）`
}
