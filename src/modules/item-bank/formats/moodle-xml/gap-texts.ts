import { childElements } from '../../../../kernel/xml.ts'
import type { Made } from '../../core/exchange/made.ts'
import { placeId } from '../../core/exchange/text/letters.ts'
import { numberGap } from '../../core/exchange/text/number-gap.ts'
import { element, textIn } from '../../core/exchange/text/tree.ts'
import { type Entry, lineIn, proseIn } from './envelope.ts'
import { explanationOf } from './explanation.ts'

/** `gapselect`, `ddwtos`: `[[n]]` in the text is filled with choice n, chosen from the choices of its group. */
export function gapChoiceOf(entry: Entry): Made | null {
  const { node, notes } = entry
  const name = node.attributes['type'] === 'gapselect' ? 'selectoption' : 'dragbox'
  const boxes = childElements(node, name).map((box, at) => ({
    id: placeId(at),
    text: lineIn(entry, box, name) || textIn(element(box, 'text')),
    group: textIn(element(box, 'group')) || '1',
  }))
  const filled: { readonly id: string; readonly optionId: string; readonly group: string }[] = []
  const mark = (text: string) =>
    text.replaceAll(/\[\[(\d{1,3})\]\]/g, (_, number: string) => {
      const box = boxes[Number(number) - 1]
      if (box === undefined) {
        notes.fault(`[[${number}]]`, '空格所指的选项不存在', 'a gap names a choice that is not there')
        return '____'
      }
      const id = `g${filled.length + 1}`
      filled.push({ id, optionId: box.id, group: box.group })
      return `{{${id}}}`
    })
  const stem = proseIn(entry, element(node, 'questiontext'), 'questiontext', mark)
  if (notes.faults.length > 0) return null
  if (name === 'dragbox') notes.changed('dragbox', '拖放填空改写为选词填空', 'dragging into gaps became choosing in gaps')
  const gaps = filled.map(gap => ({
    id: gap.id,
    options: boxes.filter(box => box.group === gap.group).map(({ id, text }) => ({ id, text })),
  }))
  return {
    type: 'inline-choice',
    content: { version: 1, stem, gaps },
    key: { version: 1, gaps: filled.map(({ id, optionId }) => ({ id, optionId })), explanation: explanationOf(entry) },
    rubric: { version: 1, shares: [], credit: 'per-gap' },
  }
}

type ClozeGap = { readonly id: string; readonly weight: number; readonly kind: string; readonly parts: readonly ClozePart[] }
type ClozePart = { readonly percent: number; readonly text: string }

const CLOZE = /\{(\d{0,3}):(\w+):((?:[^{}\\]|\\.)*)\}/g
const CHOICES = new Set(['MULTICHOICE', 'MC', 'MCV', 'MCH', 'MULTICHOICE_V', 'MULTICHOICE_H', 'MCS', 'MULTICHOICE_S', 'MCVS', 'MCHS'])
const TEXTS = new Set(['SHORTANSWER', 'SA', 'MW', 'SHORTANSWER_C', 'SAC', 'MWC'])
const NUMBERS = new Set(['NUMERICAL', 'NM'])

/** `cloze`: gaps of one kind become choices in the text or gaps to write into; mixed kinds cannot be taken. */
export function clozeOf(entry: Entry): Made | null {
  const { node, notes } = entry
  const gaps: ClozeGap[] = []
  const mark = (text: string) =>
    text.replaceAll(CLOZE, (_, weight: string, kind: string, body: string) => {
      const id = `g${gaps.length + 1}`
      gaps.push({ id, weight: Number(weight || '1') || 1, kind: kind.toUpperCase(), parts: partsOf(body) })
      return `{{${id}}}`
    })
  const stem = proseIn(entry, element(node, 'questiontext'), 'questiontext', mark)
  const shares = gaps.map(gap => ({ id: gap.id, share: gap.weight }))
  const rubric = { version: 1, shares: shares.some(one => one.share !== 1) ? shares : [], credit: 'per-gap' }
  if (gaps.length > 0 && gaps.every(gap => CHOICES.has(gap.kind))) return chosen(entry, stem, gaps, rubric)
  if (gaps.length > 0 && gaps.every(gap => TEXTS.has(gap.kind) || NUMBERS.has(gap.kind))) return writtenIn(entry, stem, gaps, rubric)
  const kinds = [...new Set(gaps.map(gap => gap.kind))].join(', ')
  notes.fault('cloze', `不能把这些填空合成一道题：${kinds}`, `these gaps do not make one item: ${kinds}`)
  return null
}

function partsOf(body: string): ClozePart[] {
  return body.split(/(?<!\\)~/).map(raw => {
    const [text = ''] = raw.split(/(?<!\\)#/)
    const found = /^(?:%(-?\d+(?:\.\d+)?)%|(=))?([\s\S]*)$/.exec(text)
    const percent = found?.[1] !== undefined ? Number(found[1]) : found?.[2] !== undefined ? 100 : 0
    return { percent, text: (found?.[3] ?? '').replaceAll(/\\(.)/g, '$1').trim() }
  })
}

function chosen(entry: Entry, stem: unknown, gaps: readonly ClozeGap[], rubric: Made['rubric']): Made | null {
  const key = gaps.map(gap => ({ id: gap.id, at: gap.parts.findIndex(part => part.percent >= 100) }))
  if (key.some(one => one.at < 0)) {
    entry.notes.fault('cloze', '有的空没有得满分的选项', 'a gap has no choice with all the marks')
    return null
  }
  const options = (gap: ClozeGap) => gap.parts.map((part, at) => ({ id: placeId(at), text: part.text }))
  return {
    type: 'inline-choice',
    content: { version: 1, stem, gaps: gaps.map(gap => ({ id: gap.id, options: options(gap) })) },
    key: { version: 1, gaps: key.map(one => ({ id: one.id, optionId: placeId(one.at) })), explanation: explanationOf(entry) },
    rubric,
  }
}

function writtenIn(entry: Entry, stem: unknown, gaps: readonly ClozeGap[], rubric: Made['rubric']): Made | null {
  const keys = gaps.map(gap => keyOf(entry, gap))
  if (keys.some(key => key === null)) return null
  const content = gaps.map(gap => ({ id: gap.id, kind: NUMBERS.has(gap.kind) ? 'number' : 'text', unit: null, width: 'medium' }))
  return {
    type: 'blank',
    content: { version: 1, stem, gaps: content },
    key: { version: 1, gaps: keys, explanation: explanationOf(entry) },
    rubric,
  }
}

function keyOf({ notes }: Entry, gap: ClozeGap) {
  const right = gap.parts.filter(part => part.percent > 0)
  if (right.some(part => part.percent < 100))
    notes.changed('cloze', '得部分分的写法按全分处理', 'entries with part of the marks now bring all of them')
  const [first] = right
  if (NUMBERS.has(gap.kind)) {
    const read = first === undefined ? null : numberGap(first.text)
    if (read !== null) return { id: gap.id, kind: 'number', ...read, units: [] }
    notes.fault('cloze', `数值“${first?.text ?? ''}”不能识别`, `the number “${first?.text ?? ''}” is not understood`)
    return null
  }
  if (first === undefined) {
    notes.fault('cloze', '有的空没有正确写法', 'a gap accepts nothing')
    return null
  }
  return {
    id: gap.id,
    kind: 'text',
    accept: [...new Set(right.map(part => part.text))],
    ignoreCase: !gap.kind.endsWith('C'),
    ignoreSpace: true,
  }
}
