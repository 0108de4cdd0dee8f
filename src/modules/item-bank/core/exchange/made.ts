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
  /** Where the item stands, in a format whose items are found by their lines. */
  readonly place?: Place
}

/** A place in a file: as the element of a fault, and as the beginning of what it says. */
export type Place = { readonly element: string; readonly zh: string; readonly en: string }

const THE_ITEM: Place = { element: 'item', zh: '', en: 'it' }

/** Holds made documents to their interaction; what does not fit is a fault that says why, and no item. */
export function finishItem({ made, title, marks, stimulusId, facts, notes, place = THE_ITEM }: Finish): ExchangeItem | null {
  const read = documentsOf(made)
  if (!read.ok) {
    notes.fault(place.element, `${place.zh}不符合题型要求：${read.refusal}`, `${place.en} does not fit its type: ${read.refusal}`)
    return null
  }
  return { code: notes.item, title, type: made.type, marks, ...read.value, rubric: made.rubric, stimulusId, facts }
}

function documentsOf({ type, content, key, rubric }: Made): Result<{ readonly content: ItemDocument; readonly key: ItemDocument }, string> {
  const interaction = interactionOf(type)
  const readContent = interaction.parseContent(content)
  if (!readContent.ok) return { ok: false, refusal: reasons(readContent.refusal.fields) }
  const readKey = interaction.parseKey(readContent.value, key)
  if (!readKey.ok) return { ok: false, refusal: reasons(readKey.refusal.fields) }
  const readRubric = interaction.parseRubric(rubric)
  if (!readRubric.ok) return { ok: false, refusal: reasons(readRubric.refusal.fields) }
  return ok({ content: readContent.value, key: readKey.value })
}

function reasons(fields: readonly { readonly path: string; readonly en: string }[] = []): string {
  return fields
    .map(field => (field.path === '' ? field.en : `${field.path}: ${field.en}`))
    .slice(0, 4)
    .join('; ')
}
