import type { Ports } from '../../../../../platform/context.ts'
import type { HallSitting } from '../../../store/hall/hall.ts'
import type { SiteKey } from '../../../store/hall/peer/log.ts'
import type { EpochKey } from '../../../store/hall/peer/news.ts'
import type { Sender } from './send.ts'

/** What this run knows of what the peer does not hold yet. */
export type Exchange = {
  readonly ports: Ports
  readonly send: Sender
  readonly startedAt: number
  /** Entries with events to tell, by sitting. */
  readonly dirty: Map<string, Map<string, EpochKey>>
  /** Events behind a hole that the peer has confirmed. */
  readonly beyond: Set<string>
  complete: boolean
  sweptAt: number
  stateAt: number
  /** When acts were last looked for; "as soon as possible" after something was done here. */
  actsAt: number
  /** When events had their turn last. */
  eventsAt: number
  /** No act was left to tell when they were last looked for. */
  actsClear: boolean
  /** Chains of logs that the peer holds otherwise; they are not told again in this run. */
  readonly torn: Set<string>
  /** Files whose bytes cannot be read here any more. */
  readonly unreadable: Set<string>
  /** What is played here, read anew with every exchange of states. */
  kept: (SiteKey & { readonly pairKey: string; readonly sittings: readonly HallSitting[] }) | null
  peerDiskId: string | null
  /** Up to when signs of life were told, by sitting, and when that was last done. */
  readonly beatsTold: Map<string, number>
  beatsAt: number
  /** Until then the peer is not asked again for what does not stand there. */
  foreignUntil: number
  readonly hearTime: (peerNow: number) => void
  readonly setInStep: (inStep: boolean) => void
  peerStartedAt: number | null
}
