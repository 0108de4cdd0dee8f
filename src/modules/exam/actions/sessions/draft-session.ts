import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import { isLocalDate, localDate, type LocalDate } from '../../../../kernel/local-date.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import type { draftSession as draftEndpoint } from '../../contract.ts'
import { type CalendarRule, type NominalMonth, plannedDay } from '../../core/calendar/calendar.ts'
import { dated } from '../../core/calendar/dated.ts'
import type { HolidayTable } from '../../core/calendar/holiday-table.ts'
import { ruleOfScheme } from '../../core/calendar/scheme-calendar.ts'
import { openSession, type Session, type SessionFlag, type SessionId } from '../../core/session.ts'
import { findSession, insertSession, type KeptSession } from '../../store/sessions.ts'
import { holidayTables, schemePlan } from './calendar-facts.ts'
import { sessionView } from './session-views.ts'

/** What an officer asks for: without `day` the one the rule gives; another one needs `overrideReason`. */
export type SessionOrder = {
  readonly scheme: string
  /** `YYYY-MM` */
  readonly nominal: string
  readonly levels: readonly string[]
  readonly flag?: SessionFlag
  readonly day?: LocalDate
  readonly overrideReason?: string
}

/**
 * Drafts a session under the edition of the scheme's year. Refuses as the scheme and the calendar do (`holiday-table-missing`,
 * `month-not-in-rule`, `day-not-by-rule`, `day-on-holiday`), `session-level-closed` and `session-exists`; a day of one's own that is
 * over by the Beijing calendar with `day-in-the-past`, whatever the reason.
 */
export async function draftSession(tx: Tx, ctx: Ctx, order: SessionOrder): Promise<Result<KeptSession>> {
  const nominal = order.nominal as NominalMonth
  const year = Number(nominal.slice(0, 4))
  const found = schemePlan(order.scheme, year)
  if (!found.ok) return found
  const { scheme, plan } = found.value
  const rule = ruleOfScheme(plan.calendar)
  const tables = await holidayTables(tx, [year, year + 1])
  const day = chosenDay(order, { rule, nominal, tables, today: dayOf(ctx.now) })
  if (!day.ok) return day
  const draft = {
    id: newId() as SessionId,
    nominal,
    scheme: scheme.id,
    editionId: plan.edition,
    levels: order.levels,
    day: day.value,
    flag: order.flag ?? ('national' as const),
    overrideReason: order.overrideReason ?? '',
  }
  const session = openSession(draft, { openLevels: plan.openLevels, rule, tables })
  return session.ok ? keep(tx, ctx, session.value) : session
}

type DayFacts = { readonly rule: CalendarRule; readonly nominal: NominalMonth; readonly tables: readonly HolidayTable[] }

function chosenDay(order: SessionOrder, { today, ...by }: DayFacts & { readonly today: LocalDate }): Result<LocalDate> {
  if (order.day !== undefined) return order.day < today ? refuse('day-in-the-past', dated({ day: order.day })) : ok(order.day)
  const planned = plannedDay(by.rule, by.nominal, by.tables)
  return planned.ok ? ok(planned.value.day) : planned
}

async function keep(tx: Tx, ctx: Ctx, session: Session): Promise<Result<KeptSession>> {
  if (!(await insertSession(tx, session, ctx.now))) return refuse('session-exists', { session: session.code })
  const { id, code, scheme, day, levels, dayChoice } = session
  const facts = { code, scheme, day, levels, dayChoice: dayChoice.kind, reason: dayChoice.kind === 'overridden' ? dayChoice.reason : '' }
  await record(tx, ctx, { type: 'session-drafted', subject: { kind: 'session', id }, facts })
  const kept = await findSession(tx, id)
  if (!kept) throw new Error('a session vanished after it was drafted')
  return ok(kept)
}

export async function draftSessionAction(
  tx: Tx,
  { body }: { readonly body: BodyOf<typeof draftEndpoint> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof draftEndpoint>>> {
  const { day, ...order } = body
  const drafted = await draftSession(tx, ctx, day !== undefined && isLocalDate(day) ? { ...order, day: localDate(day) } : order)
  return drafted.ok ? ok(sessionView(drafted.value)) : drafted
}
