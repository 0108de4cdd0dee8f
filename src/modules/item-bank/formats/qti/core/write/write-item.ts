import { type XmlElement, descendants } from '../../../../../../kernel/xml.ts'
import { CaseContent, CaseKey, CaseRubric, type InteractionType, type Prose } from '../../../../../interactions/contract.ts'
import type { ExchangeItem } from '../../../../core/exchange/exchange-item.ts'
import type { Notes } from '../../../../core/exchange/notes.ts'
import { make } from '../../../../core/exchange/text/tree.ts'
import type { ItemBody, Writing } from './body.ts'
import { hotArea, multipleChoice, singleChoice, trueFalse } from './choice-bodies.ts'
import { DIALECTS, type QtiVersion, inDialect } from './dialect.ts'
import { blank, inlineChoice, tableFill } from './gap-bodies.ts'
import { matching, ordering } from './pair-bodies.ts'
import { extendedText, labTask, upload } from './person-bodies.ts'
import { proseTree } from './prose-tree.ts'
import { op, outcome, set, variable } from './rules.ts'

type Documents = Pick<ExchangeItem, 'content' | 'key' | 'rubric'>
/** Full marks where the item does not say: one mark. */
const USUAL = 100

export type ItemWriting = {
  readonly version: QtiVersion
  readonly identifier: string
  readonly picture: (media: string) => string
  readonly stimulusHref: string | null
}

/** The item's file in the words of the version. */
export function itemTree(item: ExchangeItem, writing: ItemWriting, notes: Notes): XmlElement {
  const max = item.marks ?? USUAL
  const body = bodyOf(item.type, item, { suffix: '', max, picture: writing.picture }, notes)
  const explanation = (item.key['explanation'] ?? null) as Prose | null
  const rules =
    explanation === null ? body.rules : [...body.rules, set('FEEDBACK', make('baseValue', { baseType: 'identifier' }, ['explanation']))]
  const score = outcome('SCORE', { normalMaximum: max / 100, ...(body.byPerson ? { externalScored: 'human' } : {}) })
  const tree = make(
    'assessmentItem',
    {
      ...DIALECTS[writing.version].item,
      identifier: writing.identifier,
      title: item.title || item.code,
      adaptive: 'false',
      timeDependent: 'false',
    },
    [
      ...body.responses,
      score,
      ...body.counters.map(counter => outcome(counter)),
      ...(explanation === null
        ? []
        : [make('outcomeDeclaration', { identifier: 'FEEDBACK', cardinality: 'single', baseType: 'identifier' })]),
      ...(writing.stimulusHref === null ? [] : [make('assessmentStimulusRef', { identifier: 'STIMULUS', href: writing.stimulusHref })]),
      make('itemBody', {}, body.nodes),
      make('responseProcessing', {}, rules),
      ...(explanation === null ? [] : [feedback(explanation, writing)]),
    ],
  )
  return inDialect(writing.version, tree)
}

function feedback(explanation: Prose, { version, picture }: ItemWriting): XmlElement {
  const inside = proseTree(explanation, { picture })
  const children = version === '3.0' ? [make('contentBody', {}, inside)] : inside
  return make('modalFeedback', { outcomeIdentifier: 'FEEDBACK', identifier: 'explanation', showHide: 'show' }, children)
}

function bodyOf(type: InteractionType, item: Documents, writing: Writing, notes: Notes): ItemBody {
  switch (type) {
    case 'single-choice':
      return singleChoice(item, writing)
    case 'multiple-choice':
      return multipleChoice(item, writing)
    case 'true-false':
      return trueFalse(item, writing)
    case 'blank':
      return blank(item, writing, notes)
    case 'inline-choice':
      return inlineChoice(item, writing)
    case 'table-fill':
      return tableFill(item, writing, notes)
    case 'matching':
      return matching(item, writing)
    case 'ordering':
      return ordering(item, writing)
    case 'hot-area':
      return hotArea(item, writing)
    case 'short-answer':
    case 'essay':
      return extendedText(type, item, writing)
    case 'file-answer':
      return upload(item, writing)
    case 'lab-task':
      notes.changed('customInteraction', '实验任务在其他系统中只显示任务说明', 'other programs show only the brief of a laboratory task')
      return labTask(item, writing)
    case 'case':
      return caseBody(item, writing, notes)
  }
}

/** Parts in blocks of their own; each adds what it scored, whole hundredths of the case's marks by their weights. */
function caseBody(item: Documents, writing: Writing, notes: Notes): ItemBody {
  const { stimulus, parts } = CaseContent.parse(item.content)
  const keys = CaseKey.parse(item.key).parts
  const rubrics = CaseRubric.parse(item.rubric).parts
  const marks = partMarks(
    parts.map(part => part.marks),
    writing.max,
  )
  const bodies = parts.map((part, at) => {
    const documents = {
      content: part.content,
      key: keys.find(one => one.id === part.id)?.key ?? {},
      rubric: rubrics.find(one => one.id === part.id)?.rubric ?? {},
    }
    const body = bodyOf(part.type, documents, { ...writing, suffix: `_P${at + 1}`, max: marks[at] ?? 0 }, notes)
    return { ...body, node: make('div', { 'data-zhiheng-marks': part.marks }, body.nodes), part: `SCORE_P${at + 1}` }
  })
  if (keys.some(one => (one.key['explanation'] ?? null) !== null))
    notes.lost('explanation', '各小题的解析在其他系统中不显示', 'other programs do not show the explanations of single parts')
  const scored = bodies.filter(body => body.rules.length > 0)
  return {
    responses: bodies.flatMap(body => body.responses),
    counters: bodies.flatMap(body => [...body.counters, ...(body.rules.length > 0 ? [body.part] : [])]),
    nodes: [...proseTree(stimulus, writing), ...bodies.map(body => body.node)],
    rules:
      scored.length === 0
        ? []
        : [
            ...scored.flatMap(body => body.rules.map(rule => renamed(rule, body.part))),
            set('SCORE', op('sum', ...scored.map(body => variable(body.part)))),
          ],
    byPerson: bodies.some(body => body.byPerson),
  }
}

/** A part's rules set the part's own score. */
function renamed(rule: XmlElement, part: string): XmlElement {
  if (![...descendants(rule)].some(node => node.attributes['identifier'] === 'SCORE')) return rule
  const own = (node: XmlElement): XmlElement => ({
    ...node,
    attributes: node.attributes['identifier'] === 'SCORE' ? { ...node.attributes, identifier: part } : node.attributes,
    children: node.children.map(child => (typeof child === 'string' ? child : own(child))),
  })
  return own(rule)
}

/** The marks of the parts where they add up to those of the case; otherwise their shares of them, whole hundredths, none lost. */
function partMarks(weights: readonly number[], max: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let before = 0
  return weights.map((_, at) => {
    const until = Math.floor((weights.slice(0, at + 1).reduce((sum, weight) => sum + weight, 0) * max) / total)
    const own = until - before
    before = until
    return own
  })
}
