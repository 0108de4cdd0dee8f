import { childElements } from '../../../../kernel/xml.ts'
import { paragraphs } from '../../../interactions/contract.ts'
import type { Made } from '../../core/exchange/made.ts'
import { placeId } from '../../core/exchange/text/letters.ts'
import { weightedCredit } from '../../core/exchange/text/weighted-credit.ts'
import { element, textIn } from '../../core/exchange/text/tree.ts'
import { type Entry, fractionOf, lineIn, proseIn } from './envelope.ts'
import { explanationOf } from './explanation.ts'

const isFalse = (text: string) => text === 'false' || text === '0'

/** `multichoice`: one alternative with 100 %, or several with shares. */
export function choiceOf(entry: Entry): Made | null {
  const { node, notes } = entry
  const found = childElements(node, 'answer').map(answer => ({
    text: lineIn(entry, answer, 'answer'),
    fraction: fractionOf(answer),
  }))
  const fixed = isFalse(textIn(element(node, 'shuffleanswers')))
  const options = found.map((one, at) => ({ id: placeId(at), text: one.text, pinned: fixed }))
  const right = found.flatMap((one, at) => (one.fraction > 0 ? [placeId(at)] : []))
  const stem = proseIn(entry, element(node, 'questiontext'), 'questiontext')
  const explanation = explanationOf(entry)
  const content = { version: 2, stem, options }
  const single = !isFalse(textIn(element(node, 'single')) || 'true')
  if (single) {
    const best = found.findIndex(one => one.fraction >= 100)
    if (best < 0) {
      notes.fault('answer', '没有得满分的选项', 'no option brings all the marks')
      return null
    }
    if (right.length > 1)
      notes.lost('answer fraction', '单选题中得部分分的选项按错误处理', 'options with part of the marks count as wrong in a single choice')
    return { type: 'single-choice', content, key: { version: 1, optionId: placeId(best), explanation }, rubric: {} }
  }
  return {
    type: 'multiple-choice',
    content,
    key: { version: 1, optionIds: right, explanation },
    rubric: weightedCredit(
      found.map(one => one.fraction),
      'answer fraction',
      notes,
    ),
  }
}

/** `truefalse`: the alternative `true` or `false` that brings 100 %. */
export function verdictOf(entry: Entry): Made | null {
  const right = childElements(entry.node, 'answer').find(answer => fractionOf(answer) >= 100)
  const word = right === undefined ? '' : lineIn(entry, right, 'answer').toLowerCase()
  if (!['true', 'false', '对', '错', '正确', '错误'].includes(word)) {
    entry.notes.fault('answer', '判断题没有说明对错', 'a true/false item does not say which')
    return null
  }
  const verdict = ['true', '对', '正确'].includes(word) ? 'true' : 'false'
  const stem = proseIn(entry, element(entry.node, 'questiontext'), 'questiontext')
  return { type: 'true-false', content: { version: 2, stem }, key: { version: 1, verdict, explanation: explanationOf(entry) }, rubric: {} }
}

/** `matching`, `ddmatch`: a subquestion without text is a right side that matches nothing. */
export function matchingOf(entry: Entry): Made {
  const { node } = entry
  const pairs = childElements(node, 'subquestion').map(sub => ({
    left: lineIn(entry, sub, 'subquestion'),
    right: lineIn(entry, element(sub, 'answer'), 'answer'),
  }))
  const right = [...new Set(pairs.map(pair => pair.right))].map((text, at) => ({ id: `r${at + 1}`, text }))
  const asked = pairs.filter(pair => pair.left !== '')
  const left = asked.map((pair, at) => ({ id: `l${at + 1}`, text: pair.left }))
  const made = asked.map((pair, at) => ({ left: `l${at + 1}`, right: right.find(one => one.text === pair.right)?.id ?? '' }))
  const reuse = new Set(asked.map(pair => pair.right)).size < asked.length
  const stem = stemOr(entry, '请将左右两列对应起来。')
  return {
    type: 'matching',
    content: { version: 1, stem, left, right, reuse },
    key: { version: 1, pairs: made, explanation: explanationOf(entry) },
    rubric: { version: 1, credit: 'per-pair' },
  }
}

/** `ordering`: the alternatives stand in the right order. */
export function orderingOf(entry: Entry): Made {
  const { node, notes } = entry
  const entries = childElements(node, 'answer').map((answer, at) => ({
    id: placeId(at),
    text: lineIn(entry, answer, 'answer'),
    pinned: false,
  }))
  const grading = textIn(element(node, 'gradingtype')).toUpperCase()
  const credit = grading === 'ALL_OR_NOTHING' ? 'all-or-nothing' : grading === 'ABSOLUTE_POSITION' ? 'positions' : 'neighbours'
  if (!['ALL_OR_NOTHING', 'ABSOLUTE_POSITION', 'RELATIVE_NEXT_EXCLUDE_LAST', ''].includes(grading))
    notes.changed('gradingtype', `排序计分方式${grading}改为按相邻关系计分`, `the scoring ${grading} became scoring by neighbours`)
  return {
    type: 'ordering',
    content: { version: 1, stem: stemOr(entry, '请按正确顺序排列。'), entries },
    key: { version: 1, entryIds: entries.map(one => one.id), explanation: explanationOf(entry) },
    rubric: { version: 1, credit },
  }
}

function stemOr(entry: Entry, otherwise: string) {
  const stem = proseIn(entry, element(entry.node, 'questiontext'), 'questiontext')
  return stem.length > 0 ? stem : paragraphs(otherwise)
}
