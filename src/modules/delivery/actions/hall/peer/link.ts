import type { Database, Tx } from '../../../../../platform/db/database.ts'
import type { PeerView } from '../../../core/protocol/pair/wire.ts'
import type { EpochKey } from '../../../store/hall/peer/news.ts'
import type { Doorkeeper } from './authentic.ts'

/** A message whose answer is waited for; `patienceMs` where the peer needs long. */
export type Question = { readonly path: string; readonly value: unknown; readonly patienceMs?: number }

/** The exchange of this server with its peer, as the rest of the server sees it. */
export type PairLink = {
  readonly keeper: Doorkeeper
  readonly startedAt: number
  /** Origin of the other server, as the machines of the hall call it too. */
  readonly address: string
  /** Nothing is left to be told to the peer, as far as this run knows. */
  isComplete(): boolean
  /** Does this server hold what its peer holds? Until then it serves no candidates. */
  isInStep(): boolean
  setInStep(inStep: boolean): void
  /** The peer told which disk it has. */
  meetDisk(diskId: string): void
  /** Events were stored here. */
  noteSaved(sittingId: string, key: EpochKey): void
  /** Something was done here: it is told without waiting for the next round. */
  kick(): void
  /** As `kick`, and how this server is goes first. */
  announce(): void
  /** Resolves when everything done until now is at the peer, or after so many milliseconds; at once when the peer is away. */
  told(withinMs: number): Promise<void>
  /** Asks the peer something and gives its answer, which is its own. Throws `PeerSilent`. */
  ask(question: Question): Promise<unknown>
  /** The later of two times is taken over. */
  hearTime(peerNow: number): void
  /** Since when the peer runs; null when it has not answered in this run. */
  peerStartedAt(): number | null
  view(): PeerView
  stop(): Promise<void>
}

const links = new WeakMap<Database, PairLink>()

/** Undefined where no peer is configured. */
export function linkOf(database: Database): PairLink | undefined {
  return links.get(database)
}

export function setLink(database: Database, link: PairLink | null): void {
  if (link === null) links.delete(database)
  else links.set(database, link)
}

/** Events were stored here: the peer gets them within the next moment. */
export function noteSaved(database: Database, sittingId: string, key: EpochKey): void {
  links.get(database)?.noteSaved(sittingId, key)
}

/** What is done in this transaction is told to the peer as soon as it is committed. */
export function kickPeer(tx: Tx, database: Database): void {
  tx.afterCommit(() => links.get(database)?.kick())
}
