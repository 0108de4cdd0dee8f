import { marks } from '../../kernel/marks.ts'
import type { DraftBody } from './core/versions/draft.ts'
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

/** What a writer states of a single choice of level four, ready to be sent: B is right. */
export function aDraft(changes: Partial<DraftBody> = {}): DraftBody {
  const options = ['搜索排名靠前', '点击率提高', '店铺收藏增加', '物流时效加快'].map((text, at) => ({
    id: `opt${at}`,
    text,
    pinned: false,
  }))
  return {
    type: 'single-choice',
    content: { version: 2, stem: '某网店更换商品主图后，在展现量不变的情况下访客数明显上升，最直接说明（    ）。', options },
    key: { version: 1, optionId: 'opt1', explanation: '展现量不变而访客增加，说明点击率上升；其余各项不能由此直接推出。' },
    rubric: null,
    marks: 100,
    area: ['网络营销'],
    points: [],
    placings: [],
    difficulty: 3,
    importance: 'X',
    seconds: 60,
    source: null,
    stimulusVersionId: null,
    ...changes,
  }
}
