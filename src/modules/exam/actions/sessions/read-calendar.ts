import type { QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import { yearOf } from '../../../../kernel/local-date.ts'
import { fillText } from '../../../../kernel/refusal-catalogue.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { SCHEMES } from '../../../standard/contract.ts'
import type { readCalendar } from '../../contract.ts'
import { type CalendarRule, lastSunday, type NominalMonth, nominalMonths, plannedDay } from '../../core/calendar/calendar.ts'
import type { HolidayTable } from '../../core/calendar/holiday-table.ts'
import { FINAL_WINDOW, registrationWindow } from '../../core/calendar/registration-window.ts'
import { ruleOfScheme } from '../../core/calendar/scheme-calendar.ts'
import { levelName } from '../../core/level-names.ts'
import { seesDrafts } from '../../core/policy.ts'
import { examRefusals } from '../../core/refusals.ts'
import { type KeptSession, sessionsOfScheme } from '../../store/sessions.ts'
import { holidayTables, schemePlan } from './calendar-facts.ts'
import { sessionView } from './session-views.ts'

type Reply = ReplyOf<typeof readCalendar>

/** The year of a scheme: for each month of the rule its day with every shift, and the sessions named after it; drafts for the national centre only. */
export async function readCalendarAction(
  tx: Tx,
  { query }: { readonly query: QueryOf<typeof readCalendar> },
  ctx: Ctx,
): Promise<Result<Reply>> {
  const today = dayOf(ctx.now)
  const year = query.year ?? yearOf(today)
  const found = schemePlan(query.scheme, year)
  if (!found.ok) return found
  const { scheme, plan } = found.value
  const rule = ruleOfScheme(plan.calendar)
  const tables = await holidayTables(tx, [year, year + 1])
  const named = await sessionsOfScheme(tx, { scheme: scheme.id, fromMonth: `${year}-01`, untilMonth: `${year}-12` })
  const sessions = named.filter(session => session.state !== 'draft' || seesDrafts(ctx.actor))
  const table = tables.find(t => t.year === year)
  const editionId = plan.edition
  return ok({
    scheme: scheme.id,
    schemeName: scheme.title,
    schemes: Object.values(SCHEMES).flatMap(s => (s.run === 'examined-here' ? [{ id: s.id, ...s.title }] : [])),
    year,
    today,
    rule: plan.calendar.kind === 'rule' ? 'last-sunday' : plan.calendar.kind,
    editionId,
    levels: plan.openLevels.map(code => ({ code, name: levelName(editionId, code) })),
    entries: nominalMonths(rule, year).map(nominal => entryOf({ rule, nominal, tables, sessions })),
    holidays: [...(table?.statutory ?? [])],
    makeUpWorkingDays: [...(table?.makeUpWorkingDays ?? [])],
    tables: [year, year + 1].map(y => ({ year: y, notice: tables.find(t => t.year === y)?.source.notice ?? null })),
  })
}

type EntryFacts = {
  readonly rule: CalendarRule
  readonly nominal: NominalMonth
  readonly tables: readonly HolidayTable[]
  readonly sessions: readonly KeptSession[]
}

function entryOf({ rule, nominal, tables, sessions }: EntryFacts): Reply['entries'][number] {
  const planned = plannedDay(rule, nominal, tables)
  const window = planned.ok ? registrationWindow(planned.value.day, FINAL_WINDOW) : planned
  return {
    nominal,
    first: lastSunday(nominal),
    day: planned.ok ? planned.value.day : null,
    postponements: planned.ok ? planned.value.postponements.map(({ from, zh, en }) => ({ day: from, zh, en })) : [],
    makeUpWork: planned.ok && planned.value.makeUpWork,
    opensOn: window.ok ? window.value.opensOn : null,
    closesOn: window.ok ? window.value.closesOn : null,
    refusal: planned.ok ? null : toldRefusal(planned.refusal),
    sessions: sessions.filter(s => s.nominal === nominal).map(sessionView),
  }
}

/** A refusal as a page shows it beside the month it belongs to. */
function toldRefusal({ code, facts }: { readonly code: string; readonly facts: Parameters<typeof fillText>[1] }) {
  const text = Object.hasOwn(examRefusals, code) ? examRefusals[code as keyof typeof examRefusals] : { zh: code, en: code }
  return { zh: fillText(text.zh, facts), en: fillText(text.en, facts) }
}
