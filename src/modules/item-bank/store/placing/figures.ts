import { z } from 'zod'
import { instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { InteractionType } from '../../../interactions/contract.ts'
import { VERSION_STATES } from '../../core/versions/states.ts'

const sql = sqlFile(import.meta.url, './figures.sql')
const state = z.enum(VERSION_STATES)
const items = z.number().int()
const StateRow = z.object({ state, items })
const WriterRow = z.object({ writer: z.string(), state, items })
const CoverageRow = z.object({ code: z.string(), type: InteractionType, difficulty: z.number().int(), items })
const AgeRow = z
  .object({ item_id: z.string(), entered_at: z.number().int(), uses: z.number().int(), last_used_at: z.number().int().nullable() })
  .transform(row => ({
    itemId: row.item_id,
    enteredAt: instant(row.entered_at),
    uses: row.uses,
    lastUsedAt: row.last_used_at === null ? null : instant(row.last_used_at),
  }))
type Place = { readonly editionId: string; readonly level: string }

export function countStates(tx: Tx, place: Place) {
  return sql.many(tx, 'count-states', place, StateRow)
}

export function countWriters(tx: Tx, place: Place) {
  return sql.many(tx, 'count-writers', place, WriterRow)
}

/** Operational items by assessment point (empty for those placed at none), type and difficulty. */
export function countCoverage(tx: Tx, place: Place) {
  return sql.many(tx, 'count-coverage', place, CoverageRow)
}

/** Operational items with their age and uses. */
export function listAges(tx: Tx, place: Place) {
  return sql.many(tx, 'list-ages', place, AgeRow)
}
