import { marks } from '../../kernel/marks.ts'
import { type BankItem, type ItemId, type ItemVersionId, MARKS_OF_TYPE, isTheoryType } from './core/item.ts'

let made = 0

/** An operational single-choice item of level four, unless told otherwise; ids and numbers count up. Other types than the three usual ones carry 2 marks. */
export function aBankItem(changes: Partial<BankItem> = {}): BankItem {
  made += 1
  const type = changes.type ?? 'single-choice'
  return {
    itemId: `item-${made}` as ItemId,
    itemVersionId: `version-${made}` as ItemVersionId,
    code: `L4-T-${String(made).padStart(4, '0')}`,
    version: 1,
    state: 'operational',
    editionId: 'ec-2005',
    level: 'L4',
    area: ['网络营销'],
    difficulty: 3,
    importance: 'X',
    points: [],
    seconds: null,
    stimulusVersionId: null,
    writer: '命题员·甲',
    reviewer: '审题员·乙',
    exposure: 0,
    lastUsedAt: null,
    marks: isTheoryType(type) ? MARKS_OF_TYPE[type] : marks(2),
    ...changes,
    type,
  }
}
