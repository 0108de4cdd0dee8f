import type { Instant } from '../../../kernel/instant.ts'
import { type LocalDate, localDate } from '../../../kernel/local-date.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Paper } from '../../delivery/contract.ts'
import type { SeatState } from '../core/hall/seat-state.ts'
import type { SessionState } from '../core/session.ts'
import { seatsOfSession } from '../store/seats.ts'
import { findSession, listSessions } from '../store/sessions.ts'
import { type Sitting, sittingsOfSession } from '../store/sittings.ts'

/** A session as other modules need it. */
export type SessionFacts = {
  readonly sessionId: string
  readonly code: string
  readonly scheme: string
  readonly editionId: string
  readonly nominal: string
  readonly flag: 'national' | 'trial'
  readonly levels: readonly string[]
  readonly day: LocalDate
  readonly state: SessionState
  /** the last day of registration, on which the validity of carried papers rests; null while it is a draft */
  readonly closesOn: LocalDate | null
  readonly arrangedAt: Instant | null
}
/** A seat by the words of delivery: the practical paper is `practical`. */
export type SeatFacts = {
  readonly personId: string
  readonly applicationId: string
  readonly level: string
  readonly ticketNumber: string
  readonly sittingId: string
  readonly attemptId: string
  readonly paper: Paper
  readonly siteCode: string
  readonly state: SeatState
}
export type SittingFacts = Omit<Sitting, 'rooms' | 'paper'> & { readonly paper: Paper }

export async function sessionOf(tx: Tx, sessionId: string): Promise<SessionFacts | undefined> {
  const session = await findSession(tx, sessionId)
  return session && factsOf(session)
}

/** Every session that is no draft, the latest first. */
export async function publishedSessions(tx: Tx): Promise<SessionFacts[]> {
  return (await listSessions(tx, localDate('2000-01-01'))).filter(s => s.state !== 'draft').map(factsOf)
}

/** The sittings of an arranged session, by time and site; none before. */
export async function sittingsOf(tx: Tx, sessionId: string): Promise<SittingFacts[]> {
  const session = await findSession(tx, sessionId)
  if (!session || session.arrangedAt === null) return []
  return (await sittingsOfSession(tx, sessionId)).map(({ rooms: _rooms, paper, ...sitting }) => ({
    ...sitting,
    paper: deliveryPaper(paper),
  }))
}

/** The seats of an arranged session; none before. */
export async function seatsOf(tx: Tx, { sessionId }: { readonly sessionId: string }): Promise<SeatFacts[]> {
  const sites = new Map((await sittingsOf(tx, sessionId)).map(s => [s.sittingId, s.siteCode]))
  return (await seatsOfSession(tx, sessionId)).flatMap(seat => {
    const siteCode = sites.get(seat.sittingId)
    if (siteCode === undefined) return []
    const { personId, applicationId, level, ticketNumber, sittingId, attemptId, state } = seat
    return [{ personId, applicationId, level, ticketNumber, sittingId, attemptId, paper: deliveryPaper(seat.paper), siteCode, state }]
  })
}

function factsOf(session: NonNullable<Awaited<ReturnType<typeof findSession>>>): SessionFacts {
  const { id: sessionId, code, scheme, editionId, nominal, flag, levels, day, state, closesOn, arrangedAt } = session
  return { sessionId, code, scheme, editionId, nominal, flag, levels, day, state, closesOn, arrangedAt }
}

function deliveryPaper(paper: 'theory' | 'skill'): Paper {
  return paper === 'skill' ? 'practical' : 'theory'
}
