import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { type ItemDocument, interactionOf } from '../../../interactions/contract.ts'
import type { ExchangeItem, ExchangeSet } from './exchange-item.ts'
import { renameIds } from './rename-ids.ts'

/** How an item came through a format: as it was but for the names of its options, changed in some fields, or not at all. */
export type Crossing =
  | { readonly code: string; readonly state: 'identical' }
  | { readonly code: string; readonly state: 'changed'; readonly fields: readonly string[] }
  | { readonly code: string; readonly state: 'absent' }

/**
 * Compares items with what reading them back gave. A writer's own list of losses is a promise; this is the check of it.
 * Items are matched by place among those that came through where the format carries no numbers (`byPlace`), otherwise by number.
 */
export function proveCrossing(before: ExchangeSet, after: ExchangeSet, dropped: ReadonlySet<string>, byPlace: boolean): Crossing[] {
  const places = new Map(before.items.filter(item => !dropped.has(item.code)).map((item, at) => [item, at]))
  const byCode = new Map(after.items.map(item => [item.code, item]))
  return before.items.map((item): Crossing => {
    const there = byPlace ? after.items[places.get(item) ?? -1] : byCode.get(item.code)
    if (there === undefined) return { code: item.code, state: 'absent' }
    const fields = differences(item, there)
    return fields.length === 0 ? { code: item.code, state: 'identical' } : { code: item.code, state: 'changed', fields }
  })
}

const FIELDS = ['type', 'title', 'marks', 'content', 'key', 'rubric', 'stimulusId', 'facts'] as const

function differences(a: ExchangeItem, b: ExchangeItem): string[] {
  const [one, other] = [plain(a), plain(b)]
  return FIELDS.filter(field => canonicalJson(one[field]) !== canonicalJson(other[field]))
}

/** Documents with ids by place and in their interaction's newest form, so that only what a person would notice differs. */
function plain(item: ExchangeItem): Record<(typeof FIELDS)[number], unknown> {
  const interaction = interactionOf(item.type)
  const read = (value: ReturnType<typeof interaction.parseContent>, otherwise: ItemDocument) => (value.ok ? value.value : otherwise)
  const content = inOrder(read(interaction.parseContent(item.content), item.content))
  const key = read(interaction.parseKey(content, item.key), item.key)
  const named = renameIds(item.type, { content, key, rubric: item.rubric }, (_, place) => `x${place + 1}`)
  const again = read(interaction.parseKey(named.content, named.key), named.key)
  const { type, title, marks, stimulusId, facts } = item
  return { type, title, marks, stimulusId, facts, ...named, key: again, rubric: rubricOf(item.type, named.rubric) }
}

/** Entries that every presentation shuffles stand in no order of their own. */
function inOrder(content: ItemDocument): ItemDocument {
  const sorted = (list: unknown) => (list as readonly { readonly text: string }[]).toSorted((a, b) => (a.text < b.text ? -1 : 1))
  if (content['right'] !== undefined) return { ...content, right: sorted(content['right']) }
  const entries = content['entries'] as readonly { readonly pinned: boolean }[] | undefined
  return entries === undefined || entries.some(entry => entry.pinned) ? content : { ...content, entries: sorted(entries) }
}

/** An empty rubric is the usual one of its type; so are its defaults written out. */
function rubricOf(type: ExchangeItem['type'], rubric: ItemDocument): unknown {
  const read = interactionOf(type).parseRubric(rubric)
  return read.ok ? read.value : rubric
}
