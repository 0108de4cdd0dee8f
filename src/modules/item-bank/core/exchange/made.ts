import type { Hundredths } from '../../../../kernel/marks.ts'
import { type Result, ok } from '../../../../kernel/result.ts'
import { type InteractionType, type ItemDocument, interactionOf } from '../../../interactions/contract.ts'
import type { ExchangeFacts, ExchangeItem } from './exchange-item.ts'
import type { Notes } from './notes.ts'

/** The documents a reader made of a foreign item, not yet held to the rules of their interaction. */
export type Made = { readonly type: InteractionType; readonly content: unknown; readonly key: unknown; readonly rubric: ItemDocument }

type Finish = {
  readonly made: Made
  readonly title: string
  readonly marks: Hundredths | null
  readonly stimulusId: string | null
  readonly facts: ExchangeFacts
  readonly notes: Notes
}

/** Holds made documents to their interaction; what does not fit is a fault that says why, and no item. */
export function finishItem({ made, title, marks, stimulusId, facts, notes }: Finish): ExchangeItem | null {
  const read = documentsOf(made)
  if (!read.ok) {
    notes.fault('item', `不符合题型要求：${read.refusal}`, `does not fit its type: ${read.refusal}`)
    return null
  }
  return { code: notes.item, title, type: made.type, marks, ...read.value, rubric: made.rubric, stimulusId, facts }
}

function documentsOf({ type, content, key }: Made): Result<{ readonly content: ItemDocument; readonly key: ItemDocument }, string> {
  const interaction = interactionOf(type)
  const readContent = interaction.parseContent(content)
  if (!readContent.ok) return { ok: false, refusal: reasons(readContent.refusal.fields) }
  const readKey = interaction.parseKey(readContent.value, key)
  if (!readKey.ok) return { ok: false, refusal: reasons(readKey.refusal.fields) }
  return ok({ content: readContent.value, key: readKey.value })
}

function reasons(fields: readonly { readonly path: string; readonly en: string }[] = []): string {
  return fields
    .map(field => (field.path === '' ? field.en : `${field.path}: ${field.en}`))
    .slice(0, 4)
    .join('; ')
}
