import { childElements } from '../../../../kernel/xml.ts'
import type { Block } from '../../../interactions/contract.ts'
import type { Made } from '../../core/exchange/made.ts'
import { numberGap } from '../../core/exchange/text/number-gap.ts'
import { element, textIn } from '../../core/exchange/text/tree.ts'
import { type Entry, fractionOf, lineIn, proseIn } from './envelope.ts'
import { explanationOf } from './explanation.ts'

const RUBRIC = { version: 1, shares: [], credit: 'per-gap' }

/** `shortanswer`: the accepted texts become one gap behind the stem. */
export function shortTextOf(entry: Entry): Made | null {
  const { node, notes } = entry
  const answers = childElements(node, 'answer').filter(answer => fractionOf(answer) > 0)
  if (answers.length === 0) return noKey(entry)
  if (answers.some(answer => fractionOf(answer) < 100))
    notes.changed('answer fraction', '得部分分的写法按全分处理', 'entries with part of the marks now bring all of them')
  const accept = [...new Set(answers.map(answer => lineIn(entry, answer, 'answer')))]
  if (accept.some(text => text.includes('*')))
    notes.changed('answer', '通配符*按普通字符处理', 'the wildcard * counts as a plain character')
  const ignoreCase = textIn(element(node, 'usecase')) !== '1'
  return {
    type: 'blank',
    content: { version: 1, stem: withGap(proseIn(entry, element(node, 'questiontext'), 'questiontext')), gaps: [gap('text', null)] },
    key: { version: 1, gaps: [{ id: 'g1', kind: 'text', accept, ignoreCase, ignoreSpace: true }], explanation: explanationOf(entry) },
    rubric: RUBRIC,
  }
}

/** `numerical`: the number with all the marks, its tolerance, and the units that are taken. */
export function numberOf(entry: Entry): Made | null {
  const { node, notes } = entry
  const best = childElements(node, 'answer').filter(answer => fractionOf(answer) >= 100)
  const [first] = best
  if (first === undefined) return noKey(entry)
  if (childElements(node, 'answer').length > 1) notes.lost('answer', '只保留一个得全分的数值', 'only one number with all the marks is kept')
  const text = `${textIn(element(first, 'text'))}:${textIn(element(first, 'tolerance')) || '0'}`
  const read = numberGap(text)
  if (read === null) {
    notes.fault('answer', `数值“${text.slice(0, 40)}”不能识别`, `the number “${text.slice(0, 40)}” is not understood`)
    return null
  }
  const units = childElements(element(node, 'units') ?? node, 'unit')
  const factors = units.filter(unit => Number(textIn(element(unit, 'multiplier')) || '1') !== 1)
  if (factors.length > 0) notes.lost('unit', '带换算系数的单位不保留', 'units with a factor are not kept')
  const names = units
    .filter(unit => !factors.includes(unit))
    .map(unit => textIn(element(unit, 'unit_name')))
    .filter(name => name !== '')
  return {
    type: 'blank',
    content: { version: 1, stem: withGap(proseIn(entry, element(node, 'questiontext'), 'questiontext')), gaps: [gap('number', null)] },
    key: { version: 1, gaps: [{ id: 'g1', kind: 'number', ...read, units: names }], explanation: explanationOf(entry) },
    rubric: RUBRIC,
  }
}

/** `essay`: a file response where only files are asked for, otherwise a text. */
export function essayOf(entry: Entry): Made {
  const { node, notes } = entry
  const stem = proseIn(entry, element(node, 'questiontext'), 'questiontext')
  const grader = lineIn(entry, element(node, 'graderinfo'), 'graderinfo')
  if (grader === '') notes.changed('graderinfo', '没有评分说明，请补写参考答案和评分标准', 'no marking notes; add a reference and criteria')
  const reference = grader === '' ? '（导入的试题没有参考答案，请补写）' : grader
  const key = {
    version: 1,
    reference,
    criteria: [{ id: 'c1', text: '内容完整、表述准确', marks: 100 }],
    explanation: explanationOf(entry),
  }
  const onlyFiles = textIn(element(node, 'responseformat')) === 'noinline'
  if (onlyFiles) {
    const mostFiles = Math.min(10, Math.max(1, Number(textIn(element(node, 'attachments'))) || 1))
    notes.changed('filetypeslist', '可交文件类型改为常用类型，请核对', 'the kinds of files became the usual ones; check them')
    return {
      type: 'file-answer',
      content: { version: 1, stem, accept: FILE_TYPES, mostBytes: 5 * 1024 * 1024, mostFiles },
      key,
      rubric: {},
    }
  }
  const most = Math.min(3000, Number(textIn(element(node, 'maxwordlimit'))) || 1000)
  const least = Number(textIn(element(node, 'minwordlimit'))) || null
  return { type: 'essay', content: { version: 1, stem, words: { least, most } }, key, rubric: {} }
}

const FILE_TYPES = ['application/pdf', 'image/png', 'image/jpeg', 'text/plain']

function gap(kind: 'text' | 'number', unit: string | null) {
  return { id: 'g1', kind, unit, width: 'medium' }
}

/** Puts the gap behind the last paragraph, or on a line of its own. */
export function withGap(stem: readonly Block[]): Block[] {
  const last = stem.at(-1)
  return last?.kind === 'paragraph'
    ? [...stem.slice(0, -1), { kind: 'paragraph', text: `${last.text}{{g1}}` }]
    : [...stem, { kind: 'paragraph', text: '{{g1}}' }]
}

function noKey({ notes }: Entry): null {
  notes.fault('answer', '没有正确答案', 'no alternative is right')
  return null
}
