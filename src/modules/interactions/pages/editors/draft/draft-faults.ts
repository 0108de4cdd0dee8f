import type { FieldFault } from '../../../../../kernel/result.ts'
import {
  BlankKey,
  EssayKey,
  FileAnswerKey,
  HotAreaKey,
  InlineChoiceKey,
  type InteractionType,
  LabTaskKey,
  MatchingKey,
  MultipleChoiceKey,
  OrderingKey,
  PART_TYPES,
  ShortAnswerKey,
  SingleChoiceKey,
  TableFillKey,
  TrueFalseKey,
  interactionOf,
} from '../../../contract.ts'
import { NO_ALT, TOO_LONG, inWritersWords } from './fault-words.ts'
import { type EditorDraft, idOf, looseOf, oneOf, rowFor, rowsOf, textOf } from './loose.ts'
import { segmentsOf } from './prose-draft.ts'

type KeyShape = {
  readonly safeParse: (value: unknown) => {
    readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] } | undefined
  }
}

/** Keys can be read before the content is sound, so that a missing key is told at once. */
const KEYS: Readonly<Record<Exclude<InteractionType, 'case'>, KeyShape>> = {
  'single-choice': SingleChoiceKey,
  'multiple-choice': MultipleChoiceKey,
  'true-false': TrueFalseKey,
  blank: BlankKey,
  'inline-choice': InlineChoiceKey,
  'table-fill': TableFillKey,
  matching: MatchingKey,
  ordering: OrderingKey,
  'hot-area': HotAreaKey,
  'short-answer': ShortAnswerKey,
  essay: EssayKey,
  'file-answer': FileAnswerKey,
  'lab-task': LabTaskKey,
}

/** What is missing or wrong in a draft, by the rules of its type, in a writer's words; empty when it could be sent. */
export function draftFaults(type: InteractionType, given: EditorDraft): FieldFault[] {
  const kind = interactionOf(type)
  const draft: EditorDraft = {
    content: { version: kind.version, ...looseOf(given.content) },
    key: { version: 1, ...looseOf(given.key) },
    rubric: { version: 1, ...looseOf(given.rubric) },
  }
  const content = contentFaults(type, draft.content)
  const rubric = kind.parseRubric(draft.rubric)
  const faults = [
    ...proseFaults(draft),
    ...under('content', content),
    ...(type === 'case' ? partFaults(draft) : keyFaults(type, draft, content.length === 0)),
    ...(rubric.ok ? [] : under('rubric', rubric.refusal.fields)),
  ]
  return onePerField(faults.map(inWritersWordsUnlessOwn))
}

/** Where older versions are read as well, a fault has no place; the newest version, which is the public one too, then tells it. */
function contentFaults(type: InteractionType, content: unknown): readonly FieldFault[] {
  const kind = interactionOf(type)
  const outcome = kind.parseContent(content)
  if (outcome.ok) return []
  const fields = outcome.refusal.fields ?? []
  if (fields.every(field => field.path !== '')) return fields
  const newest = kind.parsePublic(content)
  return newest.ok ? fields : (newest.refusal.fields ?? fields)
}

function keyFaults(type: Exclude<InteractionType, 'case'>, draft: EditorDraft, isSound: boolean): FieldFault[] {
  const shape = KEYS[type].safeParse(draft.key)
  if (shape.error)
    return under(
      'key',
      shape.error.issues.map(issue => ({ path: issue.path.join('.'), zh: issue.message, en: issue.message })),
    )
  if (!isSound) return []
  const key = interactionOf(type).parseKey(draft.content, draft.key)
  return key.ok ? [] : under('key', key.refusal.fields)
}

/** Each part by its own type; its faults stand below `content.parts.<place>`, `key.parts.<place>` and `rubric.parts.<place>`. */
function partFaults(draft: EditorDraft): FieldFault[] {
  const parts = rowsOf(looseOf(draft.content)['parts'])
  return parts.flatMap((part, at) => {
    const own = {
      content: part['content'],
      key: rowFor(looseOf(draft.key)['parts'], idOf(part))['key'],
      rubric: rowFor(looseOf(draft.rubric)['parts'], idOf(part))['rubric'],
    }
    return draftFaults(oneOf(part['type'], PART_TYPES), own).map(fault => ({ ...fault, path: partPath(fault.path, at) }))
  })
}

/** `key.optionId` of the second part is `key.parts.1.key.optionId` of the case. */
export function partPath(path: string, at: number): string {
  const [document = '', ...rest] = path.split('.')
  return [document, 'parts', at, document, ...rest].join('.')
}

/** The faults of a part as its own editor knows them. */
export function faultsOfPart(faults: readonly FieldFault[], at: number): FieldFault[] {
  return faults.flatMap(fault => {
    const [document = '', parts, place, inner, ...rest] = fault.path.split('.')
    const isOwn = parts === 'parts' && place === String(at) && inner === document
    return isOwn ? [{ ...fault, path: [document, ...rest].join('.') }] : []
  })
}

const PROSES = [
  ['content', 'stem'],
  ['content', 'stimulus'],
  ['content', 'brief'],
  ['key', 'reference'],
  ['key', 'explanation'],
] as const

/** Inside a text, the place of a fault would be lost: a text is read as a whole. */
function proseFaults(draft: EditorDraft): FieldFault[] {
  return PROSES.flatMap(([document, name]) =>
    segmentsOf(looseOf(draft[document])[name]).flatMap((segment, at): FieldFault[] => {
      const path = `${document}.${name}.${at}`
      if (segment.kind === 'text') return segment.text.split('\n').some(line => line.length > 4000) ? [{ path, ...TOO_LONG }] : []
      const isDumb = segment.block['kind'] === 'picture' && textOf(segment.block['alt']).trim() === ''
      return isDumb ? [{ path: `${path}.alt`, ...NO_ALT }] : []
    }),
  )
}

const IN_PROSE = /^(?:content\.(?:stem|stimulus|brief)|key\.(?:reference|explanation))\.\d/

function inWritersWordsUnlessOwn(fault: FieldFault): FieldFault {
  return IN_PROSE.test(fault.path) || /^\w+\.parts\.\d+\.(content|key|rubric)\b/.test(fault.path) ? fault : inWritersWords(fault)
}

/** The first fault of each field; what is wrong with a text as a whole is left out where a place inside it was found. */
function onePerField(faults: readonly FieldFault[]): FieldFault[] {
  const paths = new Set<string>()
  const inner = faults.filter(fault => IN_PROSE.test(fault.path)).map(fault => fault.path)
  return faults.filter(fault => {
    const isTold = paths.has(fault.path) || inner.some(path => path.startsWith(`${fault.path}.`))
    paths.add(fault.path)
    return !isTold
  })
}

function under(document: string, fields: readonly FieldFault[] | undefined): FieldFault[] {
  return (fields ?? []).map(field => ({ ...field, path: field.path === '' ? document : `${document}.${field.path}` }))
}
