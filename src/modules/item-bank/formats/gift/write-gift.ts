import {
  BlankContent,
  BlankKey,
  ChoiceRubric,
  EssayContent,
  EssayKey,
  MatchingContent,
  MatchingKey,
  MultipleChoiceContent,
  MultipleChoiceKey,
  type Prose,
  ShortAnswerContent,
  SingleChoiceContent,
  SingleChoiceKey,
  TrueFalseContent,
  TrueFalseKey,
  plainText,
} from '../../../interactions/contract.ts'
import type { ExchangeItem, ExchangeSet, Loss } from '../../core/exchange/exchange-item.ts'
import type { Written } from '../../core/exchange/format.ts'
import { textOnly } from '../../core/exchange/text/letters.ts'
import { Notes } from '../../core/exchange/notes.ts'
import { escaped } from './gift-text.ts'

/** Writes what GIFT can hold; every item it cannot hold, and all it drops of the others, is told. */
export function writeGift(set: ExchangeSet): Written {
  const losses: Loss[] = []
  const texts = set.items.flatMap(item => {
    const notes = new Notes(item.code)
    const braces = bodyOf(item, notes)
    if (braces !== null) tellFacts(item, notes)
    losses.push(...notes.losses)
    return braces === null ? [] : [`::${escaped(item.code)}::${braces}`]
  })
  return { kind: 'text', extension: 'gift.txt', text: texts.map(text => `${text}\n`).join('\n'), losses }
}

function tellFacts(item: ExchangeItem, notes: Notes): void {
  const { editionId, level, area, points, difficulty, importance, seconds, source } = item.facts
  const known = [editionId, level, difficulty, importance, seconds, source, item.marks].some(fact => fact !== null)
  if (known || area.length + points.length > 0)
    notes.lost('facts', 'GIFT不保存分值、难度、鉴定点等信息', 'GIFT holds no marks, difficulty or assessment points')
  if (item.title !== '') notes.lost('title', 'GIFT的标题用于试题编号', 'the title of GIFT carries the item number')
  if (item.stimulusId !== null) notes.lost('stimulus', 'GIFT不保存共用材料', 'GIFT holds no shared stimulus')
}

const general = (explanation: Prose | null) => (explanation === null ? '' : `\n####${escaped(plainText(explanation))}`)

function bodyOf(item: ExchangeItem, notes: Notes): string | null {
  switch (item.type) {
    case 'single-choice':
      return singleChoice(item, notes)
    case 'multiple-choice':
      return multipleChoice(item, notes)
    case 'true-false': {
      const key = TrueFalseKey.parse(item.key)
      return `${stemText(TrueFalseContent.parse(item.content).stem, notes)}{${key.verdict === 'true' ? 'T' : 'F'}${general(key.explanation)}}`
    }
    case 'blank':
      return blank(item, notes)
    case 'matching':
      return matching(item, notes)
    case 'essay':
      return written(EssayContent.parse(item.content).stem, item, notes)
    case 'short-answer':
      notes.changed('interaction', '简答题改写为论述题', 'a short response became an essay')
      return written(ShortAnswerContent.parse(item.content).stem, item, notes)
    default:
      notes.lost('item', `GIFT不能保存这种题型（${item.type}）`, `GIFT cannot hold this interaction (${item.type})`)
      return null
  }
}

function stemText(stem: Prose, notes: Notes): string {
  return escaped(textOnly(stem, 'stem', notes))
}

function singleChoice(item: ExchangeItem, notes: Notes): string {
  const { stem, options } = SingleChoiceContent.parse(item.content)
  const key = SingleChoiceKey.parse(item.key)
  tellPinned(options, notes)
  const lines = options.map(option => `${option.id === key.optionId ? '=' : '~'}${escaped(option.text)}`)
  return `${stemText(stem, notes)}{\n${lines.join('\n')}${general(key.explanation)}\n}`
}

function tellPinned(options: readonly { readonly pinned: boolean }[], notes: Notes): void {
  if (options.some(option => option.pinned)) notes.lost('pinned', 'GIFT不保存固定位置的选项', 'GIFT holds no pinned options')
}

function multipleChoice(item: ExchangeItem, notes: Notes): string {
  const { stem, options } = MultipleChoiceContent.parse(item.content)
  const key = MultipleChoiceKey.parse(item.key)
  const { credit, wrongCost } = ChoiceRubric.parse(item.rubric)
  tellPinned(options, notes)
  if (credit === 'all-or-nothing')
    notes.changed('credit', '全对才得分的规则在GIFT中写为错选扣完', 'all-or-nothing became “a wrong option takes everything”')
  const share = 100 / key.optionIds.length
  const cost = credit === 'per-option' ? share : credit === 'right-minus-wrong' ? (share * wrongCost) / 100 : 100
  const percent = (value: number) => Number(value.toFixed(5))
  const lines = options.map(option => `~%${percent(key.optionIds.includes(option.id) ? share : -cost)}%${escaped(option.text)}`)
  return `${stemText(stem, notes)}{\n${lines.join('\n')}${general(key.explanation)}\n}`
}

function blank(item: ExchangeItem, notes: Notes): string | null {
  const { stem, gaps } = BlankContent.parse(item.content)
  const key = BlankKey.parse(item.key)
  const [gap] = key.gaps
  if (gap === undefined || key.gaps.length > 1) {
    notes.lost('item', 'GIFT只能保存一个空的填空题', 'GIFT holds entries with one gap only')
    return null
  }
  if (gaps.some(one => one.unit !== null)) notes.lost('unit', 'GIFT不保存单位', 'GIFT holds no unit')
  const [before = '', after = ''] = textOnly(stem, 'stem', notes).split(`{{${gap.id}}}`)
  const inside = gap.kind === 'number' ? `#${gap.value}:${gap.tolerance}` : `\n${gap.accept.map(text => `=${escaped(text)}`).join('\n')}`
  return `${escaped(before.trim())}{${inside}${general(key.explanation)}\n}${escaped(after.trim())}`
}

function matching(item: ExchangeItem, notes: Notes): string | null {
  const { stem, left, right } = MatchingContent.parse(item.content)
  const key = MatchingKey.parse(item.key)
  const text = (side: readonly { readonly id: string; readonly text: string }[], id: string) => side.find(one => one.id === id)?.text ?? ''
  if ([...left, ...right].some(one => one.text.includes('->'))) {
    notes.lost('item', '匹配项中的“->”在GIFT中有特殊含义', '“->” inside an entry has a meaning in GIFT')
    return null
  }
  const spare = right.filter(one => !key.pairs.some(pair => pair.right === one.id))
  const lines = [
    ...key.pairs.map(pair => `=${escaped(text(left, pair.left))} -> ${escaped(text(right, pair.right))}`),
    ...spare.map(one => `= -> ${escaped(one.text)}`),
  ]
  return `${stemText(stem, notes)}{\n${lines.join('\n')}${general(key.explanation)}\n}`
}

function written(stem: Prose, item: ExchangeItem, notes: Notes): string {
  const key = EssayKey.parse(item.key)
  notes.lost('criteria', 'GIFT不保存参考答案、评分标准和字数要求', 'GIFT holds no reference, criteria or word limits')
  return `${stemText(stem, notes)}{${general(key.explanation)}}`
}
