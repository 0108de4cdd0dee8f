import { type XmlElement, childElements } from '../../../../../../kernel/xml.ts'
import type { GivenValues, ItemDocument } from '../../../../../interactions/contract.ts'
import { choiceOf, hottextOf } from './choices.ts'
import { gapMatchOf, inlineChoicesOf, textEntriesOf } from './gaps.ts'
import { associateOf, matchOf, orderOf } from './pairs.ts'
import { hotspotOf, selectPointOf } from './pictures.ts'
import { type QtiEntry, type QtiMade, interactionsIn, proseIn } from './qti-entry.ts'
import { sliderOf } from './slider.ts'
import { extendedTextOf, uploadOf } from './written.ts'

const BLOCKS: Readonly<Record<string, (entry: QtiEntry, interaction: XmlElement) => QtiMade | null>> = {
  choiceInteraction: choiceOf,
  hottextInteraction: hottextOf,
  orderInteraction: orderOf,
  matchInteraction: matchOf,
  associateInteraction: associateOf,
  gapMatchInteraction: gapMatchOf,
  hotspotInteraction: hotspotOf,
  selectPointInteraction: selectPointOf,
  extendedTextInteraction: extendedTextOf,
  uploadInteraction: uploadOf,
  sliderInteraction: sliderOf,
}
const INLINE: Readonly<Record<string, (entry: QtiEntry) => QtiMade | null>> = {
  textEntryInteraction: textEntriesOf,
  inlineChoiceInteraction: inlineChoicesOf,
}
/** Only buttons: an end of the attempt is no response. */
const IDLE = new Set(['endAttemptInteraction'])

/** The item as one of ours by the interactions it holds; a fault names what has no counterpart. */
export function madeOfItem(entry: QtiEntry): QtiMade | null {
  const all = interactionsIn(entry.body)
  const [first, ...more] = all.filter(one => !IDLE.has(one.name))
  if (all.length > more.length + (first === undefined ? 0 : 1))
    entry.notes.lost('endAttemptInteraction', '提示或结束按钮不保留', 'buttons that end the attempt are not kept')
  if (first === undefined) return unfit(entry, 'itemBody', '没有作答部分', 'there is no interaction')
  const stranger = [first, ...more].find(one => !Object.hasOwn(BLOCKS, one.name) && !Object.hasOwn(INLINE, one.name))
  if (stranger !== undefined)
    return unfit(entry, stranger.name, `不支持的作答方式<${stranger.name}>`, `the interaction <${stranger.name}> has no counterpart`)
  const inline = INLINE[first.name]
  if (inline !== undefined && more.every(one => one.name === first.name)) return inline(entry)
  if (more.length === 0) return BLOCKS[first.name]?.(entry, first) ?? null
  return caseOf(entry, [first, ...more])
}

function unfit({ notes }: QtiEntry, element: string, zh: string, en: string): null {
  notes.fault(element, zh, en)
  return null
}

/** Several block interactions: what stands before the first is the stimulus, each interaction with what leads to it a part. */
function caseOf(entry: QtiEntry, interactions: readonly XmlElement[]): QtiMade | null {
  const top = entry.body.children.flatMap(child => (typeof child === 'string' ? [] : [child]))
  const holders = interactions.map(one => top.findIndex(child => child === one || contains(child, one)))
  if (
    new Set(holders).size < interactions.length ||
    interactions.some(one => Object.hasOwn(INLINE, one.name) && !Object.hasOwn(BLOCKS, one.name) && !alone(top, holders, interactions, one))
  )
    return unfit(
      entry,
      'itemBody',
      '多种作答方式混排在同一段中，不能拆成案例的小题',
      'interactions are mixed within one block and make no parts of a case',
    )
  const stimulusEnd = Math.min(...holders)
  const stimulus = proseIn(entry, top.slice(0, stimulusEnd), 'itemBody')
  const parts = interactions.map((_, at) =>
    partOf(entry, top.slice(at === 0 ? stimulusEnd : (holders[at - 1] ?? 0) + 1, (holders[at] ?? 0) + 1), `p${at + 1}`),
  )
  if (parts.some(part => part === null)) return null
  const sound = parts.flatMap(part => (part === null ? [] : [part]))
  return joined(sound, stimulus)
}

/** An inline interaction that is the only one of its block can be a part. */
function alone(top: readonly XmlElement[], holders: readonly number[], interactions: readonly XmlElement[], one: XmlElement): boolean {
  const holder = top[holders[interactions.indexOf(one)] ?? -1]
  return holder !== undefined && interactionsIn(holder).length === 1
}

function contains(node: XmlElement, wanted: XmlElement): boolean {
  return childElements(node).some(child => child === wanted || contains(child, wanted))
}

type Part = { readonly id: string; readonly marks: number; readonly made: QtiMade }

function partOf(entry: QtiEntry, children: readonly XmlElement[], id: string): Part | null {
  const body = { name: 'itemBody', attributes: {}, children }
  const made = madeOfItem({ ...entry, body })
  if (made === null || made.type === 'case') return null
  if (made.type === 'file-answer' || made.type === 'lab-task')
    return unfit(entry, 'itemBody', '文件作答不能作为案例的小题', 'a file response cannot be a part of a case')
  const marks = children
    .map(child => Number(child.attributes['data-zhiheng-marks'] ?? 'NaN'))
    .find(value => Number.isInteger(value) && value > 0)
  return { id, marks: marks ?? 100, made }
}

/** Parts are compared together: each response of a part with the others left blank, and all right ones at once. */
function joined(parts: readonly Part[], stimulus: unknown): QtiMade {
  const given = (response: ItemDocument): GivenValues => {
    const made = response['parts'] as readonly { readonly id: string; readonly response: ItemDocument }[]
    return Object.assign({}, ...made.map(one => parts.find(part => part.id === one.id)?.made.given(one.response) ?? {}))
  }
  const rubricAt = (place: number) => ({
    version: 1,
    parts: parts.flatMap(part => {
      const rubric = part.made.rubrics[Math.min(place, part.made.rubrics.length - 1)]
      return rubric === undefined || Object.keys(rubric).length === 0 ? [] : [{ id: part.id, rubric }]
    }),
  })
  const byPerson = parts.some(part => part.made.rubrics.length === 0)
  return {
    type: 'case',
    content: { version: 1, stimulus, parts: parts.map(({ id, marks, made }) => ({ id, type: made.type, marks, content: made.content })) },
    key: { version: 1, parts: parts.map(({ id, made }) => ({ id, key: made.key })), explanation: null },
    rubric: {},
    rubrics: byPerson ? [] : [0, 1, 2].map(rubricAt),
    given,
    responses: parts.flatMap(part =>
      part.made.responses.slice(0, 40).map(response => ({ version: 1, parts: [{ id: part.id, response }] })),
    ),
  }
}
