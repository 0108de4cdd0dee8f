import { SingleChoiceContent, SingleChoiceKey, TrueFalseContent, TrueFalseKey } from '../../../interactions/contract.ts'
import type { ExchangeItem, ExchangeSet, Loss } from '../../core/exchange/exchange-item.ts'
import type { Written } from '../../core/exchange/format.ts'
import { letterOf, textOnly } from '../../core/exchange/text/letters.ts'
import { Notes } from '../../core/exchange/notes.ts'

/** Writes what Aiken can hold: choices with one right option. Everything else is told as lost. */
export function writeAiken(set: ExchangeSet): Written {
  const losses: Loss[] = []
  const texts = set.items.flatMap(item => {
    const notes = new Notes(item.code)
    const text = itemText(item, notes)
    losses.push(...notes.losses)
    return text === null ? [] : [text]
  })
  return { kind: 'text', extension: 'txt', text: texts.join('\n'), losses }
}

function itemText(item: ExchangeItem, notes: Notes): string | null {
  switch (item.type) {
    case 'single-choice': {
      const { stem, options } = SingleChoiceContent.parse(item.content)
      const key = SingleChoiceKey.parse(item.key)
      if (key.explanation !== null) notes.lost('explanation', 'Aiken不保存解析', 'Aiken holds no explanation')
      tellFacts(item, notes)
      const right = options.findIndex(option => option.id === key.optionId)
      return block(
        textOnly(stem, 'stem', notes),
        options.map(o => o.text),
        right,
        notes,
      )
    }
    case 'true-false': {
      const key = TrueFalseKey.parse(item.key)
      if (key.explanation !== null) notes.lost('explanation', 'Aiken不保存解析', 'Aiken holds no explanation')
      notes.changed('interaction', '判断题改写为两项的单项选择题', 'true/false became a single choice of two options')
      tellFacts(item, notes)
      return block(
        textOnly(TrueFalseContent.parse(item.content).stem, 'stem', notes),
        ['正确', '错误'],
        key.verdict === 'true' ? 0 : 1,
        notes,
      )
    }
    default:
      notes.lost('item', `Aiken不能保存这种题型（${item.type}）`, `Aiken cannot hold this interaction (${item.type})`)
      return null
  }
}

function tellFacts(item: ExchangeItem, notes: Notes): void {
  notes.lost('code', 'Aiken不保存试题编号', 'Aiken holds no item number')
  const { editionId, level, area, points, difficulty, importance, seconds, source } = item.facts
  const known = [editionId, level, difficulty, importance, seconds, source].some(fact => fact !== null) || area.length + points.length > 0
  if (known || item.marks !== null)
    notes.lost('facts', 'Aiken不保存分值、难度、鉴定点等信息', 'Aiken holds no marks, difficulty or assessment points')
  if (item.stimulusId !== null) notes.lost('stimulus', 'Aiken不保存共用材料', 'Aiken holds no shared stimulus')
}

/** One line each: a line break inside a text would end it. */
function block(stem: string, options: readonly string[], right: number, notes: Notes): string | null {
  const flat = (text: string, element: string) => {
    if (text.includes('\n')) notes.changed(element, '换行改写为空格', 'line breaks became blanks')
    return text.replaceAll(/\s*\n\s*/g, ' ')
  }
  const head = flat(stem, 'stem')
  if (/^(?:[A-Z][.)．）]|(?:ANSWER|答案)\s*[:：])/i.test(head)) {
    notes.lost('item', '题干的开头会被Aiken当作选项或答案行', 'the stem begins like an option or an ANSWER line')
    return null
  }
  const lines = options.map((text, at) => `${letterOf(at)}. ${flat(text, `option ${letterOf(at)}`)}`)
  return `${[head, ...lines, `ANSWER: ${letterOf(right)}`].join('\n')}\n`
}
