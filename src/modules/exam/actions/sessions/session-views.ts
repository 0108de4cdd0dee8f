import { refuse, type Result } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { schemeDeadlines } from '../../../standard/contract.ts'
import type { SessionView, SittingView } from '../../contract.ts'
import { FINAL_WINDOW, type RegistrationWindow, registrationWindow, type WindowRule } from '../../core/calendar/registration-window.ts'
import { chosenWindow } from '../../core/calendar/scheme-calendar.ts'
import { levelName } from '../../core/level-names.ts'
import { findSession, type KeptSession } from '../../store/sessions.ts'
import type { SeatCounts } from '../../store/seats.ts'
import type { Sitting } from '../../store/sittings.ts'
import { schemePlan } from './calendar-facts.ts'

export function sessionView(session: KeptSession): SessionView {
  const { id: sessionId, code, scheme, editionId, nominal, flag, day, dayChoice, state, opensOn, closesOn, arrangedAt } = session
  const levels = session.levels.map(level => ({ code: level, name: levelName(editionId, level) }))
  const overridden = dayChoice.kind === 'overridden' ? { expected: dayChoice.expected, reason: dayChoice.reason } : null
  return { sessionId, code, scheme, editionId, nominal, flag, levels, day, overridden, state, opensOn, closesOn, arrangedAt }
}

export function sittingView(sitting: Sitting, editionId: string, counts: SeatCounts): SittingView {
  const { rooms, level, ...rest } = sitting
  const seats = { expected: counts.expected, checkedIn: counts['checked-in'], absent: counts.absent, finished: counts.finished }
  return { ...rest, level, levelName: levelName(editionId, level), rooms: rooms.length, seats }
}

/** Refuses `session-unknown`. */
export async function requireSession(tx: Tx, sessionId: string): Promise<Result<KeptSession>> {
  const session = await findSession(tx, sessionId)
  return session ? { ok: true, value: session } : refuse('session-unknown')
}

/** The window of a session by its scheme: three months before, closing as many days before as the scheme's text says. */
export function windowByRule(session: KeptSession): Result<RegistrationWindow> {
  return registrationWindow(session.day, windowRule(session))
}

/** The window a session was published with; by rule while it is a draft. */
export function windowOf(session: KeptSession): Result<RegistrationWindow> {
  const { day, opensOn, closesOn } = session
  return opensOn && closesOn ? chosenWindow({ day, opensOn, closesOn }) : windowByRule(session)
}

function windowRule({ scheme, nominal }: KeptSession): WindowRule {
  const found = schemePlan(scheme, Number(nominal.slice(0, 4)))
  const deadlines = found.ok ? schemeDeadlines(found.value.scheme) : found
  return deadlines.ok ? { ...FINAL_WINDOW, closesDaysBefore: deadlines.value.final.value } : FINAL_WINDOW
}
