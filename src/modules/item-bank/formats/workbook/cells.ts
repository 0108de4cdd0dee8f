import {
  BlankContent,
  BlankKey,
  ChoiceRubric,
  EssayContent,
  EssayKey,
  GapRubric,
  INTERACTION_NAMES,
  InlineChoiceContent,
  InlineChoiceKey,
  MatchingContent,
  MatchingKey,
  MatchingRubric,
  MultipleChoiceContent,
  MultipleChoiceKey,
  OrderingContent,
  OrderingKey,
  OrderingRubric,
  type Prose,
  SingleChoiceContent,
  SingleChoiceKey,
  TableFillContent,
  TableFillKey,
  TrueFalseContent,
  TrueFalseKey,
  type WrittenGap,
  type WrittenGapKey,
} from '../../../interactions/contract.ts'
import type { ExchangeItem } from '../../core/exchange/exchange-item.ts'
import type { Cell } from '../../core/exchange/format.ts'
import { letterOf } from '../../core/exchange/text/letters.ts'
import type { Notes } from '../../core/exchange/notes.ts'
import { type ColumnKey, OPTION_KEYS, creditName } from './columns.ts'
import { escapeBar, gapKeyText } from './key-lines.ts'
import { cellOfProse, lineOfCells } from './sheet-prose.ts'

type Cells = Partial<Record<ColumnKey, Cell>>

/** The cells of an item that depend on its type; null with a loss where no row can hold it. */
export function cellsOfItem(item: ExchangeItem, notes: Notes): Cells | null {
  switch (item.type) {
    case 'single-choice': {
      const { stem, options } = SingleChoiceContent.parse(item.content)
      const { optionId, explanation } = SingleChoiceKey.parse(item.key)
      return { ...texts(stem, explanation, notes), ...choices(options, notes), key: lettersOf(options, [optionId]) }
    }
    case 'multiple-choice': {
      const { stem, options } = MultipleChoiceContent.parse(item.content)
      const { optionIds, explanation } = MultipleChoiceKey.parse(item.key)
      const { credit, wrongCost } = ChoiceRubric.parse(item.rubric)
      const rule = credit === 'right-minus-wrong' ? `${creditName(credit)}：${wrongCost}%` : creditName(credit)
      return { ...texts(stem, explanation, notes), ...choices(options, notes), key: lettersOf(options, optionIds), credit: rule }
    }
    case 'true-false': {
      const { verdict, explanation } = TrueFalseKey.parse(item.key)
      return { ...texts(TrueFalseContent.parse(item.content).stem, explanation, notes), key: verdict === 'true' ? '正确' : '错误' }
    }
    case 'blank': {
      const { stem, gaps } = BlankContent.parse(item.content)
      const { gaps: keys, explanation } = BlankKey.parse(item.key)
      return { ...texts(stem, explanation, notes), key: gapLines(gaps, keys), credit: gapCredit(item, notes) }
    }
    case 'table-fill': {
      const { stem, table, gaps } = TableFillContent.parse(item.content)
      const { gaps: keys, explanation } = TableFillKey.parse(item.key)
      const lines = [table.head, ...table.rows].map(lineOfCells).join('\n')
      return { ...texts(stem, explanation, notes), table: lines, key: gapLines(gaps, keys), credit: gapCredit(item, notes) }
    }
    case 'inline-choice':
      return inlineChoice(item, notes)
    case 'matching':
      return matching(item, notes)
    case 'ordering': {
      const { stem, entries } = OrderingContent.parse(item.content)
      const { entryIds, explanation } = OrderingKey.parse(item.key)
      const order = entryIds.map(id => letterOf(entries.findIndex(entry => entry.id === id))).join(' ')
      return {
        ...texts(stem, explanation, notes),
        ...choices(entries, notes),
        key: order,
        credit: creditName(OrderingRubric.parse(item.rubric).credit),
      }
    }
    case 'short-answer':
    case 'essay':
      return written(item, notes)
    default:
      notes.lost(
        'item',
        `工作簿不能保存这种题型（${INTERACTION_NAMES[item.type].zh}）`,
        `a workbook cannot hold this interaction (${item.type})`,
      )
      return null
  }
}

function texts(stem: Prose, explanation: Prose | null, notes: Notes): Cells {
  if ([...stem, ...(explanation ?? [])].some(block => block.kind === 'picture'))
    notes.lost('picture', '图片不保存在工作簿中', 'pictures are not kept in a workbook')
  return { stem: cellOfProse(stem), explanation: explanation === null ? null : cellOfProse(explanation) }
}

type Optionlike = { readonly id: string; readonly text: string; readonly pinned: boolean }

function choices(options: readonly Optionlike[], notes: Notes): Cells {
  if (options.length > OPTION_KEYS.length) notes.lost('options', '超过8项的部分不保存', 'entries beyond the eighth are not kept')
  const pinned = options.flatMap((option, at) => (option.pinned ? [letterOf(at)] : [])).join('')
  const cells: Cells = pinned === '' ? {} : { pinned }
  for (const [at, key] of OPTION_KEYS.entries()) cells[key] = options[at]?.text ?? null
  return cells
}

function lettersOf(options: readonly Optionlike[], ids: readonly string[]): string {
  return options.flatMap((option, at) => (ids.includes(option.id) ? [letterOf(at)] : [])).join('')
}

function gapLines(gaps: readonly WrittenGap[], keys: readonly WrittenGapKey[]): string {
  const unit = (id: string) => gaps.find(gap => gap.id === id)?.unit ?? null
  return keys.map(key => `${key.id}=${gapKeyText(key)}${unit(key.id) === null ? '' : ` 单位:${unit(key.id)}`}`).join('\n')
}

function gapCredit(item: ExchangeItem, notes: Notes): string {
  const { shares, credit } = GapRubric.parse(item.rubric)
  if (shares.some(share => share.share !== 1)) notes.lost('shares', '各空的分值比例不保存', 'shares of single gaps are not kept')
  return creditName(credit)
}

function inlineChoice(item: ExchangeItem, notes: Notes): Cells {
  const { stem, gaps } = InlineChoiceContent.parse(item.content)
  const key = InlineChoiceKey.parse(item.key)
  if (gaps.length > OPTION_KEYS.length) notes.lost('gaps', '超过8个空的部分不保存', 'gaps beyond the eighth are not kept')
  const cells: Cells = {}
  for (const [at, column] of OPTION_KEYS.entries()) {
    const gap = gaps[at]
    cells[column] = gap === undefined ? null : `${gap.id}：${gap.options.map(option => escapeBar(option.text)).join('|')}`
  }
  const chosen = key.gaps.map(one => {
    const options = gaps.find(gap => gap.id === one.id)?.options ?? []
    return `${one.id}=${letterOf(options.findIndex(option => option.id === one.optionId))}`
  })
  return { ...texts(stem, key.explanation, notes), ...cells, key: chosen.join('；'), credit: gapCredit(item, notes) }
}

function matching(item: ExchangeItem, notes: Notes): Cells {
  const { stem, left, right } = MatchingContent.parse(item.content)
  const key = MatchingKey.parse(item.key)
  const pairs = key.pairs.map(pair => {
    const from = left.findIndex(one => one.id === pair.left) + 1
    return `${from}=${letterOf(right.findIndex(one => one.id === pair.right))}`
  })
  return {
    ...texts(stem, key.explanation, notes),
    ...choices(
      left.map(one => ({ ...one, pinned: false })),
      notes,
    ),
    right: right.map(one => one.text.replaceAll('\n', ' ')).join('\n'),
    key: pairs.join('；'),
    credit: creditName(MatchingRubric.parse(item.rubric).credit),
  }
}

function written(item: ExchangeItem, notes: Notes): Cells {
  const { stem, words } = EssayContent.parse(item.content)
  const { reference, criteria, explanation } = EssayKey.parse(item.key)
  if (criteria.some(criterion => criterion.levels.length > 0)) notes.lost('levels', '评分档次不保存', 'levels of criteria are not kept')
  const lines = criteria.map(criterion => `${criterion.marks / 100}分：${criterion.text.replaceAll('\n', ' ')}`)
  return {
    ...texts(stem, explanation, notes),
    key: cellOfProse(reference),
    criteria: lines.join('\n'),
    words: words.least === null ? String(words.most) : `${words.least}-${words.most}`,
  }
}
