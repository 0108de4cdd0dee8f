import { z } from 'zod'
import { instant } from '../../../../kernel/instant.ts'
import { hundredths } from '../../../../kernel/marks.ts'
import { InteractionType } from '../../../interactions/contract.ts'
import { type BankItem, IMPORTANCES, type ItemId, type ItemVersionId } from '../../core/item.ts'
import { VERSION_STATES } from '../../core/versions/states.ts'
import type { KeptVersion } from '../../core/versions/version.ts'

const columns = z.object({
  item_id: z.string(),
  code: z.string(),
  edition_id: z.string(),
  level: z.string(),
  item_version_id: z.string(),
  number: z.number().int(),
  state: z.enum(VERSION_STATES),
  type: InteractionType,
  marks: z.number().int(),
  area: z.array(z.string()),
  difficulty: z.number().int(),
  importance: z.enum(IMPORTANCES),
  points: z.array(z.string()),
  seconds: z.number().int().nullable(),
  stimulus_version_id: z.string().nullable(),
  writer: z.string(),
  reviewer: z.string(),
  exposure: z.number().int(),
  last_used_at: z.number().int().nullable(),
})

function itemOf(row: z.infer<typeof columns>): BankItem {
  return {
    itemId: row.item_id as ItemId,
    itemVersionId: row.item_version_id as ItemVersionId,
    code: row.code,
    version: row.number,
    state: row.state,
    type: row.type,
    marks: hundredths(row.marks),
    editionId: row.edition_id,
    level: row.level,
    area: row.area,
    difficulty: row.difficulty,
    importance: row.importance,
    points: row.points,
    seconds: row.seconds,
    stimulusVersionId: row.stimulus_version_id,
    writer: row.writer,
    reviewer: row.reviewer,
    exposure: row.exposure,
    lastUsedAt: row.last_used_at === null ? null : instant(row.last_used_at),
  }
}

/** What forms are chosen from. */
export const ItemRow = columns.transform(itemOf)

/** A version with everything about it but its content. */
export const VersionRow = columns
  .extend({
    source: z.string().nullable(),
    writer_id: z.string().nullable(),
    reviewer_id: z.string().nullable(),
    approver: z.string(),
    approver_id: z.string().nullable(),
    guard: z.number().int(),
    entered_at: z.number().int(),
    state_at: z.number().int(),
    made_from: z.string().nullable(),
  })
  .transform((row): KeptVersion => ({
    ...itemOf(row),
    source: row.source,
    writerId: row.writer_id,
    reviewerId: row.reviewer_id,
    approver: row.approver,
    approverId: row.approver_id,
    guard: row.guard,
    enteredAt: instant(row.entered_at),
    stateAt: instant(row.state_at),
    madeFrom: row.made_from,
  }))
