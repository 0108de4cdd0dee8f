import {
  BlankContent,
  BlankKey,
  ChoiceRubric,
  GapRubric,
  InlineChoiceContent,
  InlineChoiceKey,
  MatchingContent,
  MatchingKey,
  MatchingRubric,
  MultipleChoiceContent,
  MultipleChoiceKey,
  SingleChoiceContent,
  SingleChoiceKey,
  TrueFalseContent,
  TrueFalseKey,
} from '../../../interactions/contract.ts'
import type { ExchangeItem } from '../../core/exchange/exchange-item.ts'
import type { Notes } from '../../core/exchange/notes.ts'
import { make } from '../../core/exchange/text/tree.ts'
import type { Body } from './body.ts'
import { writtenBody } from './written-bodies.ts'
import { and, bounds, equal, label, list, material, not, or, rule } from './pieces.ts'

export function bodyOf(item: ExchangeItem, notes: Notes): Body | null {
  switch (item.type) {
    case 'single-choice': {
      const { stem, options } = SingleChoiceContent.parse(item.content)
      const key = SingleChoiceKey.parse(item.key)
      const controls = [
        list(
          'response1',
          'Single',
          options.map(option => label(option.id, option.text, option.pinned)),
        ),
      ]
      return {
        kind: 'multiple_choice_question',
        stem,
        explanation: key.explanation,
        controls,
        rules: [rule(100, equal('response1', key.optionId))],
      }
    }
    case 'true-false': {
      const key = TrueFalseKey.parse(item.key)
      const controls = [list('response1', 'Single', [label('true', 'True', true), label('false', 'False', true)])]
      const { stem } = TrueFalseContent.parse(item.content)
      return {
        kind: 'true_false_question',
        stem,
        explanation: key.explanation,
        controls,
        rules: [rule(100, equal('response1', key.verdict))],
      }
    }
    case 'multiple-choice':
      return multipleChoice(item, notes)
    case 'matching':
      return matching(item, notes)
    case 'inline-choice':
      return inlineChoice(item, notes)
    case 'blank':
      return blank(item, notes)
    default:
      return writtenBody(item, notes)
  }
}

/** Canvas asks for every right option and refuses every wrong one; shares are written as rules that add. */
function multipleChoice(item: ExchangeItem, notes: Notes): Body {
  const { stem, options } = MultipleChoiceContent.parse(item.content)
  const key = MultipleChoiceKey.parse(item.key)
  const { credit } = ChoiceRubric.parse(item.rubric)
  const isRight = (id: string) => key.optionIds.includes(id)
  const controls = [
    list(
      'response1',
      'Multiple',
      options.map(option => label(option.id, option.text, option.pinned)),
    ),
  ]
  const exact = and(options.map(option => (isRight(option.id) ? equal('response1', option.id) : not(equal('response1', option.id)))))
  const kind = 'multiple_answers_question'
  if (credit === 'all-or-nothing') return { kind, stem, explanation: key.explanation, controls, rules: [rule(100, exact)] }
  if (credit !== 'per-option')
    notes.changed('credit', '部分得分的规则改为每个选项得失相同', 'the credit rule became the same share for each option')
  const share = 100 / key.optionIds.length
  const rules = options.map(option => rule(isRight(option.id) ? share : -share, equal('response1', option.id), 'Add'))
  return { kind, stem, explanation: key.explanation, controls, rules }
}

function matching(item: ExchangeItem, notes: Notes): Body {
  const { stem, left, right } = MatchingContent.parse(item.content)
  const key = MatchingKey.parse(item.key)
  if (MatchingRubric.parse(item.rubric).credit !== 'per-pair')
    notes.changed('credit', '匹配题改为逐对计分', 'the credit rule became credit per pair')
  const labels = right.map(side => label(side.id, side.text, false))
  const controls = left.map(side => list(`response_${side.id}`, 'Single', labels, material(side.text)))
  const rules = key.pairs.map(pair => rule(100 / left.length, equal(`response_${pair.left}`, pair.right), 'Add'))
  return { kind: 'matching_question', stem, explanation: key.explanation, controls, rules }
}

const gapMark = (gapId: string) => `[${gapId}]`

function inlineChoice(item: ExchangeItem, notes: Notes): Body {
  const { stem, gaps } = InlineChoiceContent.parse(item.content)
  const key = InlineChoiceKey.parse(item.key)
  tellGaps(item, notes)
  const controls = gaps.map(gap =>
    list(
      `response_${gap.id}`,
      'Single',
      gap.options.map(option => label(option.id, option.text, true)),
      material(gap.id),
    ),
  )
  const rules = key.gaps.map(gap => rule(100 / gaps.length, equal(`response_${gap.id}`, gap.optionId), 'Add'))
  return { kind: 'multiple_dropdowns_question', stem, gap: gapMark, explanation: key.explanation, controls, rules }
}

function tellGaps(item: ExchangeItem, notes: Notes): void {
  const rubric = GapRubric.parse(item.rubric)
  if (rubric.credit !== 'per-gap' || rubric.shares.some(share => share.share !== 1))
    notes.changed('credit', '各空改为均等计分', 'the credit rule became equal credit per gap')
}

function blank(item: ExchangeItem, notes: Notes): Body | null {
  const { stem, gaps } = BlankContent.parse(item.content)
  const key = BlankKey.parse(item.key)
  tellGaps(item, notes)
  if (gaps.some(gap => gap.unit !== null)) notes.lost('unit', '空后的单位不保留', 'units behind gaps are not kept')
  const texts = key.gaps.flatMap(gap => (gap.kind === 'text' ? [gap] : []))
  if (texts.some(gap => !gap.ignoreCase || !gap.ignoreSpace))
    notes.changed('gap', '大小写与空格敏感的要求不保留', 'sensitivity to case and blanks is not kept')
  if (texts.length < key.gaps.length) return number(item, notes)
  const controls = texts.map(gap =>
    list(
      `response_${gap.id}`,
      'Single',
      gap.accept.map((text, at) => label(`${gap.id}_${at + 1}`, text, true)),
      material(gap.id),
    ),
  )
  const rules = texts.map(gap =>
    rule(100 / gaps.length, or(gap.accept.map((_, at) => equal(`response_${gap.id}`, `${gap.id}_${at + 1}`))), 'Add'),
  )
  return { kind: 'fill_in_multiple_blanks_question', stem, gap: gapMark, explanation: key.explanation, controls, rules }
}

/** Canvas' numbers stand behind the stem, one an item. */
function number(item: ExchangeItem, notes: Notes): Body | null {
  const { stem } = BlankContent.parse(item.content)
  const key = BlankKey.parse(item.key)
  const [gap] = key.gaps
  if (gap === undefined || gap.kind !== 'number' || key.gaps.length > 1) {
    notes.lost('item', 'QTI 1.2只能保存一个数值空', 'QTI 1.2 holds items with one number only')
    return null
  }
  if (gap.units.length > 0) notes.lost('unit', '可接受的单位不保留', 'accepted units are not kept')
  const end = stem.at(-1)
  if (end?.kind !== 'paragraph' || end.text !== `{{${gap.id}}}`)
    notes.changed('gap', '数值空移到题干之后', 'the gap for the number moved behind the stem')
  const controls = [
    make('response_str', { ident: 'response1', rcardinality: 'Single' }, [
      make('render_fib', { fibtype: 'Decimal' }, [make('response_label', { ident: 'answer1' })]),
    ]),
  ]
  const range = bounds(gap.value, gap.tolerance)
  return { kind: 'numerical_question', stem, gap: () => '', explanation: key.explanation, controls, rules: [rule(100, range)] }
}
