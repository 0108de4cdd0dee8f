import { type Block, type InteractionType, Prose } from '../../../interactions/contract.ts'

/** What the machine looks at: one item, or one part of a case. */
export type LintItem = {
  readonly type: InteractionType
  readonly content: Readonly<Record<string, unknown>>
  readonly key: Readonly<Record<string, unknown>>
  /** Hundredths. */
  readonly marks: number
  readonly seconds: number | null
  readonly source: string | null
}
export type FaceOption = { readonly text: string; readonly right: boolean; readonly pinned: boolean }

/** A side of an item that a candidate reads: a stem with its options. A case has one for its stimulus and one for each part. */
export type Face = {
  /** Place of its fields: empty, or `parts.2.`. */
  readonly at: string
  readonly type: InteractionType
  readonly stem: string
  /** Does the stem end in words? A table or a listing needs no mark behind it. */
  readonly endsInWords: boolean
  readonly options: readonly FaceOption[]
  /** Words beside stem and options, by place: cells, gap options, entries. */
  readonly others: readonly string[]
  readonly explanation: string
  /** Set for a true/false statement. */
  readonly verdict: boolean | null
}

type Raw = Readonly<Record<string, unknown>>

/** The sides of an item, read out of sound documents. */
export function facesOf({ type, content, key }: Pick<LintItem, 'type' | 'content' | 'key'>, at = ''): readonly Face[] {
  const explanation = wordsOf(key['explanation'])
  if (type !== 'case') return [{ at, type, explanation, ...asked(content), ...offered(type, content, key) }]
  const keys = new Map(records(key['parts']).map(part => [part['id'], part['key'] as Raw]))
  const own: Face = { at, type, ...asked(content), options: [], others: [], explanation, verdict: null }
  const parts = records(content['parts']).flatMap((part, index) =>
    facesOf(
      { type: part['type'] as InteractionType, content: part['content'] as Raw, key: keys.get(part['id']) ?? {} },
      `${at}parts.${index + 1}.`,
    ),
  )
  return [own, ...parts]
}

function asked(content: Raw): Pick<Face, 'stem' | 'endsInWords'> {
  const prose = Prose.safeParse(content['stem'] ?? content['stimulus'] ?? content['brief'])
  if (!prose.success) return { stem: '', endsInWords: false }
  return { stem: prose.data.map(wordsIn).join('\n'), endsInWords: prose.data.at(-1)?.kind === 'paragraph' }
}

function offered(type: InteractionType, content: Raw, key: Raw): Pick<Face, 'options' | 'others' | 'verdict'> {
  const verdict = type === 'true-false' ? key['verdict'] === 'true' : null
  const right = new Set<unknown>([key['optionId'], ...strings(key['optionIds'])])
  const options = records(content['options']).map(option => ({
    text: String(option['text']),
    right: right.has(option['id']),
    pinned: option['pinned'] === true,
  }))
  const gapOptions = records(content['gaps']).flatMap(gap => texts(gap['options']))
  const sides = ['left', 'right', 'entries'].flatMap(name => texts(content[name]))
  return { options, others: [...gapOptions, ...sides], verdict }
}

function wordsOf(value: unknown): string {
  const prose = Prose.safeParse(value)
  return prose.success ? prose.data.map(wordsIn).join('\n') : ''
}

/** Cells stand on lines of their own: what lies between them is no blank of the author. Listings keep their own signs. */
function wordsIn(block: Block): string {
  switch (block.kind) {
    case 'table':
      return [block.head, ...block.rows].flat().join('\n')
    case 'picture':
      return block.alt
    case 'code':
      return ''
    case 'paragraph':
      return block.text
  }
}

function texts(value: unknown): string[] {
  return records(value).map(each => String(each['text']))
}

function records(value: unknown): Raw[] {
  return Array.isArray(value) ? value.filter((each): each is Raw => typeof each === 'object' && each !== null) : []
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
