import type { Block } from '../../../interactions/contract.ts'
import type { Made } from '../../core/exchange/made.ts'
import { type RowType, creditNamed } from './columns.ts'
import { pairsIn } from './key-lines.ts'
import { creditOf, explanationOf, gapKeys, lettersOf, optionsOf } from './row-parts.ts'
import type { Row } from './row.ts'
import { choicesInGaps, tableFill } from './gap-kinds.ts'
import { writtenKind } from './written-kinds.ts'

type Stem = readonly Block[]

/** The documents of a row by its type; null when a cell does not fit. */
export function madeOf(type: RowType, row: Row, stem: Stem): Made | null {
  switch (type) {
    case 'single-choice':
      return singleChoice(row, stem)
    case 'multiple-choice':
      return multipleChoice(row, stem)
    case 'true-false':
      return trueFalse(row, stem)
    case 'blank':
      return blank(row, stem)
    case 'inline-choice':
      return choicesInGaps(row, stem)
    case 'table-fill':
      return tableFill(row, stem)
    case 'matching':
      return matching(row, stem)
    case 'ordering':
      return ordering(row, stem)
    case 'short-answer':
    case 'essay':
      return writtenKind(type, row, stem)
  }
}

function singleChoice(row: Row, stem: Stem): Made | null {
  const options = optionsOf(row)
  const ids = lettersOf(row, options.length)
  if (ids === null) return null
  if (ids.length > 1) return row.fault('key', '单项选择题只能有一个答案', 'a single choice has one right option')
  return {
    type: 'single-choice',
    content: { version: 2, stem, options },
    key: { version: 1, optionId: ids[0], explanation: explanationOf(row) },
    rubric: {},
  }
}

function multipleChoice(row: Row, stem: Stem): Made | null {
  const options = optionsOf(row)
  const optionIds = lettersOf(row, options.length)
  const [name = '', cost = ''] = row.text('credit').split(/[:：]/)
  const byCost = creditNamed(name.trim()) === 'right-minus-wrong'
  const credit = byCost ? 'right-minus-wrong' : creditOf(row, ['all-or-nothing', 'partial-no-wrong', 'per-option'])
  if (optionIds === null || credit === null) return null
  const wrongCost = byCost && cost.trim() !== '' ? Number(/^\d{1,4}(?=%?$)/.exec(cost.trim())?.[0]) : 100
  if (!(wrongCost >= 1 && wrongCost <= 1_000))
    return row.fault('credit', '错选的扣分须为1%至1000%', 'a wrong option costs from 1% to 1000%')
  return {
    type: 'multiple-choice',
    content: { version: 2, stem, options },
    key: { version: 1, optionIds, explanation: explanationOf(row) },
    rubric: { version: 1, credit, wrongCost },
  }
}

const TRUE = ['正确', '对', '√', 'T', 'TRUE', '是']
const FALSE = ['错误', '错', '×', 'F', 'FALSE', '否']

function trueFalse(row: Row, stem: Stem): Made | null {
  const word = row.text('key').toUpperCase()
  const verdict = TRUE.includes(word) ? 'true' : FALSE.includes(word) ? 'false' : null
  if (verdict === null) return row.fault('key', '判断题的答案应填“正确”或“错误”', 'the key must be 正确 or 错误')
  return { type: 'true-false', content: { version: 2, stem }, key: { version: 1, verdict, explanation: explanationOf(row) }, rubric: {} }
}

/** Gaps `{{1}}` in the stem, one line `1=…` each in the key. */
function blank(row: Row, stem: Stem): Made | null {
  const keys = gapKeys(row)
  if (keys === null) return null
  return {
    type: 'blank',
    content: { version: 1, stem, gaps: keys.map(({ key, unit }) => ({ id: key.id, kind: key.kind, unit, width: 'medium' })) },
    key: { version: 1, gaps: keys.map(({ key }) => key), explanation: explanationOf(row) },
    rubric: { version: 1, shares: [], credit: creditOf(row, ['per-gap', 'all-or-nothing']) },
  }
}

/** Left entries in the option columns, right ones on the lines of 右列, the key `1=B` or `A=B`. */
function matching(row: Row, stem: Stem): Made | null {
  const left = optionsOf(row).map(({ text }, at) => ({ id: `l${at + 1}`, text }))
  const right = row
    .text('right')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map((text, at) => ({ id: `r${at + 1}`, text }))
  if (right.length === 0) return row.fault('right', '未填写右列，每项一行', 'the right column is missing; an entry on each line')
  const pairs = pairsIn(row.text('key'))
  const credit = creditOf(row, ['per-pair', 'per-pair-minus-wrong', 'all-or-nothing'])
  if (pairs === null || pairs.length === 0) return row.fault('key', '答案应写成“1=B；2=A”', 'the key must be written as 1=B; 2=A')
  if (credit === null) return null
  const made = pairs.map(pair => ({
    left: `l${/^[A-H]$/i.test(pair.left) ? placeOf(pair.left) : pair.left}`,
    right: `r${placeOf(pair.right)}`,
  }))
  const reuse = new Set(made.map(pair => pair.right)).size < made.length || right.length < left.length
  return {
    type: 'matching',
    content: { version: 1, stem, left, right, reuse },
    key: { version: 1, pairs: made, explanation: explanationOf(row) },
    rubric: { version: 1, credit },
  }
}

const placeOf = (letter: string) => letter.toUpperCase().charCodeAt(0) - 64

/** Entries in the option columns, the right order as letters in the key. */
function ordering(row: Row, stem: Stem): Made | null {
  const entries = optionsOf(row)
  const entryIds = lettersOf(row, entries.length)
  const credit = creditOf(row, ['all-or-nothing', 'positions', 'neighbours'])
  if (entryIds === null || credit === null) return null
  return {
    type: 'ordering',
    content: { version: 1, stem, entries },
    key: { version: 1, entryIds, explanation: explanationOf(row) },
    rubric: { version: 1, credit },
  }
}
