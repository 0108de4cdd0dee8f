import type { InteractionType, ItemDocument } from '../../../interactions/contract.ts'

type Documents = { readonly content: ItemDocument; readonly key: ItemDocument; readonly rubric: ItemDocument }
type Part = { readonly id: string; readonly content: ItemDocument; readonly key?: ItemDocument; readonly rubric?: ItemDocument }

/** Fields that hold an id, and fields that hold a list of ids. */
const ID_FIELDS = new Set(['id', 'optionId', 'left', 'right'])
const ID_LISTS = new Set(['optionIds', 'entryIds', 'areaIds'])
const GAP = /\{\{([A-Za-z0-9_-]{1,36})\}\}/g

/**
 * Names every option, entry, gap, area and criterion of an item anew, in content, key and rubric alike; `{{gap}}` marks follow.
 * Ids of the parts of a case are renamed within their part, for different parts may use the same ids.
 * `name` gets the old id and its place in the document, and must give distinct names.
 */
export function renameIds(type: InteractionType, documents: Documents, name: (id: string, place: number) => string): Documents {
  if (type === 'case') return renamedCase(documents, name)
  const ids = idsOf([documents.content, documents.key])
  const names = new Map(ids.map((id, at) => [id, name(id, at)]))
  return {
    content: renamed(documents.content, names) as ItemDocument,
    key: renamed(documents.key, names) as ItemDocument,
    rubric: renamed(documents.rubric, names) as ItemDocument,
  }
}

function renamedCase(documents: Documents, name: (id: string, place: number) => string): Documents {
  const parts = documents.content['parts'] as readonly Part[]
  const keys = documents.key['parts'] as readonly Part[]
  const rubrics = (documents.rubric['parts'] ?? []) as readonly Part[]
  const done = parts.map((part, at) => {
    const key = keys.find(one => one.id === part.id)?.key ?? {}
    const rubric = rubrics.find(one => one.id === part.id)?.rubric ?? {}
    const inside = renameIds('single-choice', { content: part.content, key, rubric }, (id, place) => name(`${part.id}/${id}`, place))
    return { old: part.id, id: name(part.id, at), ...inside }
  })
  const idOf = (old: string) => done.find(one => one.old === old)
  return {
    content: { ...documents.content, parts: parts.map(part => ({ ...part, id: idOf(part.id)?.id, content: idOf(part.id)?.content })) },
    key: { ...documents.key, parts: keys.map(part => ({ id: idOf(part.id)?.id, key: idOf(part.id)?.key })) },
    rubric: { ...documents.rubric, parts: rubrics.map(part => ({ id: idOf(part.id)?.id, rubric: idOf(part.id)?.rubric })) },
  }
}

/** Every id that the documents declare, once, in the order in which it first stands. */
function idsOf(value: unknown): string[] {
  const found = new Set<string>()
  const open: unknown[] = [value]
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (Array.isArray(next)) open.unshift(...next)
    else if (typeof next === 'object' && next !== null) {
      if ('id' in next && typeof next.id === 'string') found.add(next.id)
      open.unshift(...Object.values(next).filter(one => typeof one === 'object' && one !== null))
    }
  }
  return [...found]
}

function renamed(value: unknown, names: ReadonlyMap<string, string>, field = ''): unknown {
  if (typeof value === 'string') {
    if (ID_FIELDS.has(field)) return names.get(value) ?? value
    return value.replaceAll(GAP, (mark, id: string) => (names.has(id) ? `{{${names.get(id)}}}` : mark))
  }
  if (Array.isArray(value)) return value.map(one => (ID_LISTS.has(field) ? (names.get(String(one)) ?? one) : renamed(one, names)))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renamed(inner, names, key)]))
}
