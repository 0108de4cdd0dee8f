import { actorRef } from '../../../../kernel/actor.ts'
import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import type { enterHolidays as endpoint } from '../../contract.ts'
import { type HolidayOverride, mergeHolidayOverride } from '../../core/calendar/holiday-table.ts'
import { insertHolidayOverride } from '../../store/sessions.ts'
import { holidayTables } from './calendar-facts.ts'

/**
 * Enters or amends the holidays of a year from the official notice. Refuses `holiday-notice-missing`, `holiday-outside-year`,
 * `holiday-and-working-day`, `holiday-table-missing`.
 */
export async function enterHolidays(tx: Tx, ctx: Ctx, edit: HolidayOverride): Promise<Result<{ readonly year: number }>> {
  const { year } = edit
  const base = (await holidayTables(tx, [year])).find(table => table.year === year)
  const merged = mergeHolidayOverride(base, edit)
  if (!merged.ok) return merged
  const entry = { overrideId: newId(), edit, enteredBy: actorRef(ctx.actor), enteredAt: ctx.now }
  if (!(await insertHolidayOverride(tx, entry))) return refuse('changed-meanwhile')
  const facts = {
    notice: edit.notice,
    whole: edit.whole,
    statutory: edit.statutory.map(d => d.day),
    worked: edit.makeUpWorkingDays.map(d => d.day),
  }
  await record(tx, ctx, { type: 'holidays-entered', subject: { kind: 'year', id: String(year) }, facts })
  return ok({ year })
}

export function enterHolidaysAction(
  tx: Tx,
  { body }: { readonly body: BodyOf<typeof endpoint> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof endpoint>>> {
  const days = (list: typeof body.statutory) => list.map(d => ({ ...d, day: localDate(d.day) }))
  const { statutory, makeUpWorkingDays, ordinary } = body
  return enterHolidays(tx, ctx, {
    ...body,
    statutory: days(statutory),
    makeUpWorkingDays: days(makeUpWorkingDays),
    ordinary: ordinary.map(localDate),
  })
}
