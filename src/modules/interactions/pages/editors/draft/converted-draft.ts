import type { InteractionType } from '../../../contract.ts'
import { emptyDraft } from './empty-draft.ts'
import { type EditorDraft, type Loose, listOf, looseOf, textOf } from './loose.ts'

const TEXTS = ['stem', 'stimulus', 'brief'] as const
const CARRIED: readonly { readonly document: 'content' | 'key'; readonly name: string }[] = [
  ...['options', 'words', 'gaps', 'table', 'left', 'right', 'entries', 'picture', 'areas', 'parts'].map(name => ({
    document: 'content' as const,
    name,
  })),
  ...['explanation', 'reference', 'criteria', 'gaps'].map(name => ({ document: 'key' as const, name })),
]

/** The draft as one of another type: the text, the explanation, and whatever both types have are kept. */
export function convertedDraft(draft: EditorDraft, type: InteractionType, newId: () => string): EditorDraft {
  const next = emptyDraft(type, newId)
  const [content, key] = [looseOf(next.content), looseOf(next.key)]
  const old = { content: looseOf(draft.content), key: looseOf(draft.key) }
  const text = TEXTS.map(name => old.content[name]).find(value => value !== undefined)
  const textName = TEXTS.find(name => name in content) ?? 'stem'
  const carried = (document: 'content' | 'key', into: Loose) =>
    Object.fromEntries(
      CARRIED.filter(one => one.document === document && one.name in into && old[document][one.name] !== undefined).map(({ name }) => [
        name,
        old[document][name],
      ]),
    )
  return {
    content: { ...content, ...carried('content', content), ...(text !== undefined && { [textName]: text }) },
    key: { ...key, ...carried('key', key), ...rightOptions(old.key, type) },
    rubric: next.rubric,
  }
}

/** One right option is one of several, and one of several is the one when there are no others. */
function rightOptions(key: Loose, type: InteractionType): Loose {
  const ids = [...listOf(key['optionIds']).map(textOf), ...(textOf(key['optionId']) === '' ? [] : [textOf(key['optionId'])])]
  if (type === 'multiple-choice') return { optionIds: ids }
  return type === 'single-choice' && ids.length === 1 ? { optionId: ids[0] } : {}
}
