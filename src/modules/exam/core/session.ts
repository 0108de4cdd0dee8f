import type { Brand } from '../../../kernel/brand.ts'
import { dayOf, type Instant } from '../../../kernel/instant.ts'
import type { LocalDate } from '../../../kernel/local-date.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { advance, type Transitions } from '../../../kernel/states.ts'
import { type CalendarRule, judgeDay, type NominalMonth } from './calendar/calendar.ts'
import { dated } from './calendar/dated.ts'
import type { HolidayTable } from './calendar/holiday-table.ts'
import type { RegistrationWindow } from './calendar/registration-window.ts'

export type SessionId = Brand<string, 'SessionId'>
/** National examination or pilot (全国统考 / 试考). */
export type SessionFlag = 'national' | 'trial'

/**
 * draft ──publish──▶ published ──close──▶ closed ──hold──▶ held ──finish──▶ finished
 * published: in the calendar, takes applications; closed: rooms are arranged; held: the day has come; finished: results are published.
 */
export type SessionState = 'draft' | 'published' | 'closed' | 'held' | 'finished'
export type SessionEvent = 'publish' | 'close' | 'hold' | 'finish'
export const SESSION_STATES: Transitions<SessionState, SessionEvent> = {
  draft: { publish: 'published' },
  published: { close: 'closed' },
  closed: { hold: 'held' },
  held: { finish: 'finished' },
  finished: {},
}

/** Whether the day follows the rule; a day of the centre's own choice keeps its reason. */
export type DayChoice =
  | { readonly kind: 'by-rule' }
  | { readonly kind: 'overridden'; readonly expected: LocalDate; readonly reason: string }

/** A national exam date (考次). `nominal` names it, `day` is when it is held. */
export type Session = {
  readonly id: SessionId
  readonly code: string
  readonly nominal: NominalMonth
  readonly scheme: string
  readonly editionId: string
  readonly levels: readonly string[]
  readonly day: LocalDate
  readonly dayChoice: DayChoice
  readonly flag: SessionFlag
  readonly state: SessionState
}

/** What an officer asks for; `overrideReason` is blank unless the day is meant to leave the rule. */
export type SessionDraft = Omit<Session, 'code' | 'dayChoice' | 'state'> & { readonly overrideReason: string }

/** What the year and the edition say: the levels open now, the rule, and the tables. */
export type OpeningFacts = { readonly openLevels: readonly string[]; readonly rule: CalendarRule; readonly tables: readonly HolidayTable[] }

/** `2017-12`, and `2017-12-T` for a trial: unique within a scheme, whatever day it is held on. */
export function sessionCode(nominal: NominalMonth, flag: SessionFlag): string {
  return flag === 'trial' ? `${nominal}-T` : nominal
}

/**
 * Drafts a session. Refuses `no-level-chosen`, `session-level-closed`, `holiday-table-missing`, `month-not-in-rule`,
 * and `day-not-by-rule` or `day-on-holiday` as long as no reason is given for leaving the rule.
 */
export function openSession(draft: SessionDraft, facts: OpeningFacts): Result<Session> {
  const { id, nominal, scheme, editionId, day, flag } = draft
  const levels = [...new Set(draft.levels)]
  if (levels.length === 0) return refuse('no-level-chosen', dated({ month: nominal }))
  const closed = levels.filter(l => !facts.openLevels.includes(l))
  if (closed.length > 0) return refuse('session-level-closed', { levels: closed })
  const dayChoice = chooseDay(draft, facts)
  if (!dayChoice.ok) return dayChoice
  return ok({
    id,
    code: sessionCode(nominal, flag),
    nominal,
    scheme,
    editionId,
    levels,
    day,
    dayChoice: dayChoice.value,
    flag,
    state: 'draft',
  })
}

/**
 * Moves a session on. Refuses `wrong-state`, `registration-still-open` (close before the deadline),
 * `session-day-not-reached` (hold before the day).
 */
export function advanceSession(
  session: Session,
  event: SessionEvent,
  facts: { readonly now: Instant; readonly window: RegistrationWindow },
): Result<Session> {
  const state = advance(SESSION_STATES, session.state, event)
  if (!state.ok) return state
  const { closesAt, closesOn } = facts.window
  if (event === 'close' && facts.now < closesAt) return refuse('registration-still-open', { session: session.code, ...dated({ closesOn }) })
  if (event === 'hold' && dayOf(facts.now) < session.day)
    return refuse('session-day-not-reached', { session: session.code, ...dated({ day: session.day }) })
  return ok({ ...session, state: state.value })
}

function chooseDay(draft: SessionDraft, facts: OpeningFacts): Result<DayChoice> {
  const verdict = judgeDay(facts.rule, draft.nominal, draft.day, facts.tables)
  if (!verdict.ok) return verdict
  if (verdict.value.kind === 'by-rule') return ok({ kind: 'by-rule' })
  const { expected } = verdict.value
  const reason = draft.overrideReason.trim()
  if (reason !== '') return ok({ kind: 'overridden', expected, reason })
  return verdict.value.kind === 'on-holiday'
    ? refuse('day-on-holiday', { ...dated({ day: draft.day, expected }), holiday: verdict.value.zh, holidayEn: verdict.value.en })
    : refuse('day-not-by-rule', dated({ day: draft.day, expected, latest: verdict.value.latest }))
}
