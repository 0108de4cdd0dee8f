import type { ItemDocument } from '../../../interactions/contract.ts'
import { marks } from '../../../../kernel/marks.ts'
import type { ItemSecret } from '../item.ts'
import type { FileBody, FileItem, FilePart } from './item-file.ts'

/** How names of the author's file become names of the bank. */
export type Naming = {
  /** An option by its letter: opaque, so that it tells nothing about its place in the file. */
  readonly option: (letter: string) => string
  /** A picture by the name of its file; undefined when it does not lie beside the item file. */
  readonly picture: (file: string) => string | undefined
}
type Of<Type extends FileBody['type']> = Extract<FileBody, { readonly type: Type }>
type Documents = { readonly content: ItemDocument; readonly key: ItemDocument; readonly rubric?: ItemDocument }

const NO_PICTURE = '0'.repeat(64)

/** Content, key and rubric in the form of the interaction's own schemas, not yet judged by them. */
export function documentsOf(body: FileBody, naming: Naming): ItemSecret {
  switch (body.type) {
    case 'single-choice':
    case 'multiple-choice':
    case 'true-false':
      return choiceDocuments(body, naming)
    case 'blank':
    case 'table-fill':
    case 'inline-choice':
      return gapDocuments(body, naming)
    case 'matching':
    case 'ordering':
    case 'hot-area':
      return placedDocuments(body, naming)
    case 'short-answer':
    case 'essay':
    case 'file-answer':
    case 'lab-task':
      return judgedDocuments(body)
    case 'case':
      return caseDocuments(body, naming)
  }
}

function choiceDocuments(body: Of<'single-choice' | 'multiple-choice' | 'true-false'>, { option }: Naming): Documents {
  const { stem, explanation } = body
  if (body.type === 'true-false') return { content: { version: 2, stem }, key: { version: 1, verdict: String(body.key), explanation } }
  const options = body.options.map(each => ({ id: option(each.id), text: each.text, pinned: body.fixedOrder }))
  const content = { version: 2, stem, options }
  if (body.type === 'single-choice') return { content, key: { version: 1, optionId: option(body.key[0] ?? ''), explanation } }
  return { content, key: { version: 1, optionIds: body.key.map(option), explanation }, ...creditOf(body) }
}

function gapDocuments(body: Of<'blank' | 'table-fill' | 'inline-choice'>, naming: Naming): Documents {
  const { stem, explanation } = body
  const rubric = creditOf(body)
  if (body.type === 'inline-choice') {
    const name = (gap: string, letter: string) => naming.option(`${gap}/${letter}`)
    const gaps = body.gaps.map(gap => ({ id: gap.id, options: gap.options.map(each => ({ id: name(gap.id, each.id), text: each.text })) }))
    const right = body.gaps.map(gap => ({ id: gap.id, optionId: name(gap.id, gap.key) }))
    return { content: { version: 1, stem, gaps }, key: { version: 1, gaps: right, explanation }, ...rubric }
  }
  const gaps = body.blanks.map(blank => ({ id: blank.id, kind: blank.kind, unit: blank.unit ?? null, width: widthOf(blank) }))
  const key = { version: 1, gaps: body.blanks.map(gapKey), explanation }
  if (body.type === 'blank') return { content: { version: 1, stem, gaps }, key, ...rubric }
  return { content: { version: 1, stem, table: body.table, gaps }, key, ...rubric }
}

type BlankField = Of<'blank'>['blanks'][number]

/** The width of a gap follows its kind alone: its length must not tell what is right. */
function widthOf(blank: BlankField): 'small' | 'medium' {
  return blank.kind === 'number' ? 'small' : 'medium'
}

function gapKey(blank: BlankField): ItemDocument {
  if (blank.kind === 'text') return { id: blank.id, kind: 'text', accept: blank.accept }
  const units = [...new Set([...(blank.unit ? [blank.unit] : []), ...(blank.units ?? [])])]
  return { id: blank.id, kind: 'number', value: blank.value, tolerance: blank.tolerance ?? '0', units }
}

function placedDocuments(body: Of<'matching' | 'ordering' | 'hot-area'>, { option, picture }: Naming): Documents {
  const { stem, explanation } = body
  const rubric = creditOf(body)
  if (body.type === 'ordering') {
    const entries = body.entries.map(entry => ({ id: option(entry.id), text: entry.text, pinned: false }))
    return { content: { version: 1, stem, entries }, key: { version: 1, entryIds: body.key.map(option), explanation }, ...rubric }
  }
  if (body.type === 'matching') {
    const side = (name: 'left' | 'right') => body[name].map(each => ({ id: option(`${name}/${each.id}`), text: each.text }))
    const pairs = body.pairs.map(([left, right]) => ({ left: option(`left/${left}`), right: option(`right/${right}`) }))
    const content = { version: 1, stem, left: side('left'), right: side('right'), reuse: body.reuse }
    return { content, key: { version: 1, pairs, explanation }, ...rubric }
  }
  const { file, ...shown } = body.picture
  const areas = body.areas.map(area => ({ id: option(area.id), label: area.label, shape: shapeOf(area) }))
  const content = { version: 1, stem, picture: { ...shown, media: picture(file) ?? NO_PICTURE }, areas, most: body.most }
  return { content, key: { version: 1, areaIds: body.key.map(option), explanation }, ...rubric }
}

/** Coordinates as authors write them: `[x, y, width, height]`, `[cx, cy, r]`, or the corners one after the other. */
function shapeOf({ shape, coords }: Of<'hot-area'>['areas'][number]): ItemDocument {
  const [x = 0, y = 0, width = 0, height = 0] = coords
  if (shape === 'rect') return { kind: 'rect', x, y, width, height }
  if (shape === 'circle') return { kind: 'circle', x, y, radius: width }
  const points = coords.flatMap((value, at) => (at % 2 === 0 ? [{ x: value, y: coords[at + 1] ?? -1 }] : []))
  return { kind: 'polygon', points }
}

function judgedDocuments(body: Of<'short-answer' | 'essay' | 'file-answer' | 'lab-task'>): Documents {
  const { explanation } = body
  if (body.type === 'lab-task') {
    const { brief, scenario, scenarioVersion, seed, task, checks } = body
    return { content: { version: 2, brief, scenario, scenarioVersion, seed, task }, key: { version: 1, checks, explanation } }
  }
  const criteria = body.criteria.map(each => ({
    id: each.id,
    text: each.text,
    marks: marks(each.marks),
    levels: (each.levels ?? []).map(level => ({ marks: marks(level.marks), text: level.text })),
  }))
  const key = { version: 1, reference: body.reference, criteria, explanation }
  const { stem } = body
  if (body.type === 'file-answer') {
    const { accept, mostBytes, mostFiles } = body
    return { content: { version: 1, stem, accept, mostBytes, mostFiles }, key }
  }
  return { content: { version: 1, stem, words: { least: body.words.least ?? null, most: body.words.most } }, key }
}

function caseDocuments(body: Extract<FileItem, { readonly type: 'case' }>, naming: Naming): Documents {
  const parts = body.parts.map(part => ({ part, ...partDocuments(part, naming) }))
  const rubrics = parts.flatMap(({ part, rubric }) => (rubric === undefined ? [] : [{ id: part.id, rubric }]))
  return {
    content: {
      version: 1,
      stimulus: body.stimulus,
      parts: parts.map(({ part, content }) => ({ id: part.id, type: part.type, marks: marks(part.marks), content })),
    },
    key: { version: 1, parts: parts.map(({ part, key }) => ({ id: part.id, key })), explanation: body.explanation },
    ...(rubrics.length === 0 ? {} : { rubric: { version: 1, parts: rubrics } }),
  }
}

/** Letters of a part are letters of that part alone. */
export function partDocuments(part: FilePart, naming: Naming): ItemSecret {
  return documentsOf(part, { ...naming, option: letter => naming.option(`${part.id}/${letter}`) })
}

/** The rubric of a type that knows several ways of credit; nothing when the usual way is meant. */
function creditOf(body: { readonly credit?: string | undefined; readonly wrongCost?: number | undefined }): {
  readonly rubric?: ItemDocument
} {
  if (body.credit === undefined && body.wrongCost === undefined) return {}
  return {
    rubric: {
      ...(body.credit === undefined ? {} : { credit: body.credit }),
      ...(body.wrongCost === undefined ? {} : { wrongCost: body.wrongCost }),
    },
  }
}
