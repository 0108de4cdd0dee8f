import type { Result } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { packagedHolidayTable } from '../../../../platform/calendar/holidays.ts'
import { type ExaminedScheme, examinedHere, findScheme, type SchemeYears, schemeYear } from '../../../standard/contract.ts'
import { type HolidayTable, mergedHolidayTables } from '../../core/calendar/holiday-table.ts'
import { listHolidayOverrides } from '../../store/sessions.ts'

/** The holiday tables of the years with every edit of the centre applied; a year without a table is left out. */
export async function holidayTables(tx: Tx, years: readonly number[]): Promise<readonly HolidayTable[]> {
  const packaged = years.map(packagedHolidayTable).filter(table => table !== undefined)
  const edits = await listHolidayOverrides(tx, { fromYear: Math.min(...years), untilYear: Math.max(...years) })
  const merged = mergedHolidayTables(packaged, edits)
  // an edit was merged once before it was kept
  if (!merged.ok) throw new Error(`a kept holiday edit cannot be applied: ${merged.refusal.code}`)
  return merged.value
}

/** A scheme examined here and what it plans for a year. Refuses `scheme-unknown`, `scheme-recorded-only`, `scheme-not-in-force`, `year-not-planned`. */
export function schemePlan(schemeId: string, year: number): Result<{ readonly scheme: ExaminedScheme; readonly plan: SchemeYears }> {
  const scheme = findScheme(schemeId)
  if (!scheme.ok) return scheme
  const examined = examinedHere(scheme.value)
  if (!examined.ok) return examined
  const plan = schemeYear(scheme.value, year)
  return plan.ok ? { ok: true, value: { scheme: examined.value, plan: plan.value } } : plan
}
