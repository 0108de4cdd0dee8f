import type { XmlElement } from '../../../../kernel/xml.ts'
import {
  BlankContent,
  BlankKey,
  ChoiceRubric,
  EssayContent,
  EssayKey,
  GapRubric,
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
  TrueFalseContent,
  TrueFalseKey,
} from '../../../interactions/contract.ts'
import type { ExchangeItem } from '../../core/exchange/exchange-item.ts'
import type { Notes } from '../../core/exchange/notes.ts'
import { make } from '../../core/exchange/text/tree.ts'
import { clozeGap } from './cloze-gap.ts'
import type { Texts } from './texts.ts'

/** The part of an entry that depends on its kind. */
export type Body = {
  readonly kind: string
  readonly stem: Prose
  readonly gap?: (gapId: string) => string
  readonly explanation: Prose | null
  readonly children: readonly XmlElement[]
}

export function bodyOf(item: ExchangeItem, texts: Texts, notes: Notes): Body | null {
  switch (item.type) {
    case 'single-choice':
      return singleChoice(item, texts, notes)
    case 'multiple-choice':
      return multipleChoice(item, texts, notes)
    case 'true-false': {
      const key = TrueFalseKey.parse(item.key)
      const alternatives = ['true', 'false'].map(word => texts.plain('answer', word, { fraction: key.verdict === word ? '100' : '0' }))
      return { kind: 'truefalse', stem: TrueFalseContent.parse(item.content).stem, explanation: key.explanation, children: alternatives }
    }
    case 'matching':
      return matching(item, texts, notes)
    case 'ordering':
      return ordering(item, texts, notes)
    case 'blank':
      return blank(item, notes)
    case 'inline-choice':
      return inlineChoice(item, notes)
    case 'essay':
      return essay(item, texts, notes)
    default:
      notes.lost('item', `Moodle XML不能保存这种题型（${item.type}）`, `Moodle XML cannot hold this interaction (${item.type})`)
      return null
  }
}

const bool = (name: string, value: boolean) => make(name, {}, [String(value)])

/** Moodle shuffles all options or none. */
function shuffle(options: readonly { readonly pinned: boolean }[], notes: Notes): XmlElement {
  const pinned = options.filter(option => option.pinned).length
  if (pinned > 0 && pinned < options.length) notes.changed('pinned', '只固定部分选项改为全部固定', 'some pinned options became all pinned')
  return bool('shuffleanswers', pinned === 0)
}

function singleChoice(item: ExchangeItem, texts: Texts, notes: Notes): Body {
  const { stem, options } = SingleChoiceContent.parse(item.content)
  const key = SingleChoiceKey.parse(item.key)
  const alternatives = options.map(option => texts.plain('answer', option.text, { fraction: option.id === key.optionId ? '100' : '0' }))
  return {
    kind: 'multichoice',
    stem,
    explanation: key.explanation,
    children: [bool('single', true), shuffle(options, notes), ...alternatives],
  }
}

function multipleChoice(item: ExchangeItem, texts: Texts, notes: Notes): Body {
  const { stem, options } = MultipleChoiceContent.parse(item.content)
  const key = MultipleChoiceKey.parse(item.key)
  const { credit, wrongCost } = ChoiceRubric.parse(item.rubric)
  if (credit === 'all-or-nothing')
    notes.changed('credit', '全对才得分改为错选扣完', 'all-or-nothing became “a wrong option takes everything”')
  const share = 100 / key.optionIds.length
  const cost = credit === 'per-option' ? share : credit === 'right-minus-wrong' ? (share * wrongCost) / 100 : 100
  const fraction = (id: string) => String(Number((key.optionIds.includes(id) ? share : -cost).toFixed(5)))
  const alternatives = options.map(option => texts.plain('answer', option.text, { fraction: fraction(option.id) }))
  return {
    kind: 'multichoice',
    stem,
    explanation: key.explanation,
    children: [bool('single', false), shuffle(options, notes), ...alternatives],
  }
}

function matching(item: ExchangeItem, texts: Texts, notes: Notes): Body {
  const { stem, left, right } = MatchingContent.parse(item.content)
  const key = MatchingKey.parse(item.key)
  if (MatchingRubric.parse(item.rubric).credit !== 'per-pair')
    notes.changed('credit', '匹配题改为逐对计分', 'the credit rule became credit per pair')
  const partner = (id: string) => right.find(one => one.id === key.pairs.find(pair => pair.left === id)?.right)?.text ?? ''
  const sub = (text: string, match: string) => texts.plain('subquestion', text, {}, [make('answer', {}, [make('text', {}, [match])])])
  const spare = right.filter(one => !key.pairs.some(pair => pair.right === one.id)).map(one => sub('', one.text))
  const asked = left.map(one => sub(one.text, partner(one.id)))
  return { kind: 'matching', stem, explanation: key.explanation, children: [bool('shuffleanswers', true), ...asked, ...spare] }
}

const GRADING = { 'all-or-nothing': 'ALL_OR_NOTHING', positions: 'ABSOLUTE_POSITION', neighbours: 'RELATIVE_NEXT_EXCLUDE_LAST' } as const

function ordering(item: ExchangeItem, texts: Texts, notes: Notes): Body {
  const { stem, entries } = OrderingContent.parse(item.content)
  const key = OrderingKey.parse(item.key)
  if (entries.some(one => one.pinned)) notes.lost('pinned', 'Moodle不保存固定位置的项', 'Moodle holds no pinned entries')
  const text = (id: string) => entries.find(one => one.id === id)?.text ?? ''
  const inOrder = key.entryIds.map((id, at) => texts.plain('answer', text(id), { fraction: `${at + 1}` }))
  const grading = make('gradingtype', {}, [GRADING[OrderingRubric.parse(item.rubric).credit]])
  return { kind: 'ordering', stem, explanation: key.explanation, children: [grading, ...inOrder] }
}

function blank(item: ExchangeItem, notes: Notes): Body {
  const { stem, gaps } = BlankContent.parse(item.content)
  const key = BlankKey.parse(item.key)
  const rubric = GapRubric.parse(item.rubric)
  if (rubric.credit !== 'per-gap') notes.changed('credit', '填空题改为逐空计分', 'the credit rule became credit per gap')
  if (gaps.some(one => one.unit !== null)) notes.lost('unit', '空后的单位不保留', 'units behind gaps are not kept')
  const share = (id: string) => rubric.shares.find(one => one.id === id)?.share ?? 1
  const gap = (id: string) =>
    clozeGap.written(
      share(id),
      key.gaps.find(one => one.id === id),
      notes,
    )
  return { kind: 'cloze', stem, gap, explanation: key.explanation, children: [] }
}

function inlineChoice(item: ExchangeItem, notes: Notes): Body {
  const { stem, gaps } = InlineChoiceContent.parse(item.content)
  const key = InlineChoiceKey.parse(item.key)
  const rubric = GapRubric.parse(item.rubric)
  if (rubric.credit !== 'per-gap') notes.changed('credit', '选词填空改为逐空计分', 'the credit rule became credit per gap')
  const share = (id: string) => rubric.shares.find(one => one.id === id)?.share ?? 1
  const right = (id: string) => key.gaps.find(one => one.id === id)?.optionId ?? ''
  const gap = (id: string) => clozeGap.chosen(share(id), gaps.find(one => one.id === id)?.options ?? [], right(id))
  return { kind: 'cloze', stem, gap, explanation: key.explanation, children: [] }
}

function essay(item: ExchangeItem, texts: Texts, notes: Notes): Body {
  const { stem, words } = EssayContent.parse(item.content)
  const key = EssayKey.parse(item.key)
  notes.changed('criteria', '评分标准并入评分说明', 'the criteria went into the marking notes')
  const lines = key.criteria.map(criterion => ({ kind: 'paragraph' as const, text: `${criterion.text}（${criterion.marks / 100}）` }))
  return {
    kind: 'essay',
    stem,
    explanation: key.explanation,
    children: [
      make('responseformat', {}, ['plain']),
      ...(words.least === null ? [] : [make('minwordlimit', {}, [String(words.least)])]),
      make('maxwordlimit', {}, [String(words.most)]),
      texts.holder('graderinfo', [...key.reference, ...lines]),
    ],
  }
}
