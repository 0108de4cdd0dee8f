import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hundredths } from '../../../../kernel/marks.ts'
import { type InteractionType, type ItemDocument, interactionOf } from '../../../interactions/contract.ts'
import { type ExchangeItem, type ExchangeSet, NO_FACTS } from './exchange-item.ts'

type Documents = { readonly content: ItemDocument; readonly key: ItemDocument; readonly rubric?: ItemDocument }

const stem = (text: string) => [{ kind: 'paragraph', text }]
const option = (id: string, text: string, pinned = false) => ({ id, text, pinned })
const criteria = [
  { id: 'c1', text: '指出超出必要范围', marks: 200, levels: [] },
  { id: 'c2', text: '提出合规做法', marks: 300, levels: [] },
]
const person = { version: 1, reference: stem('只收集发货必需的信息。'), criteria, explanation: null }
const shape = { kind: 'rect', x: 10, y: 10, width: 60, height: 30 }

/** Stands for a picture; tests put the digest of a real one in its place. */
export const PICTURE_DIGEST = '0'.repeat(64)

const DOCUMENTS: Readonly<Record<InteractionType, Documents>> = {
  'single-choice': {
    content: {
      version: 2,
      stem: stem('下列属于第三方支付的是（　　）。'),
      options: [option('a', '现金'), option('b', '某支付平台的余额'), option('c', '支票', true)],
    },
    key: { version: 1, optionId: 'b', explanation: stem('余额由支付机构记账。') },
  },
  'multiple-choice': {
    content: {
      version: 2,
      stem: stem('下列属于推广渠道的有（　　）。'),
      options: [option('a', '搜索'), option('b', '直播'), option('c', '仓储'), option('d', '短视频')],
    },
    key: { version: 1, optionIds: ['a', 'b', 'd'], explanation: stem('仓储属于物流。') },
    rubric: { version: 1, credit: 'partial-no-wrong', wrongCost: 100 },
  },
  'true-false': {
    content: { version: 2, stem: stem('电子签名可以用于电子合同。') },
    key: { version: 1, verdict: 'true', explanation: null },
  },
  blank: {
    content: {
      version: 1,
      stem: stem('访客100人，成交5人，转化率为{{1}}%，这一指标称为{{2}}。'),
      gaps: [gap('1', 'number'), gap('2', 'text')],
    },
    key: {
      version: 1,
      gaps: [
        { id: '1', kind: 'number', value: '5', tolerance: '0.1', units: ['%'] },
        { id: '2', kind: 'text', accept: ['转化率', '成交转化率'], ignoreCase: true, ignoreSpace: true },
      ],
      explanation: stem('5÷100＝5%。'),
    },
    rubric: { version: 1, shares: [], credit: 'per-gap' },
  },
  'inline-choice': {
    content: {
      version: 1,
      stem: stem('先高价入市的是{{1}}，先低价入市的是{{2}}。'),
      gaps: [
        {
          id: '1',
          options: [
            { id: 'a', text: '撇脂定价' },
            { id: 'b', text: '渗透定价' },
          ],
        },
        {
          id: '2',
          options: [
            { id: 'a', text: '渗透定价' },
            { id: 'b', text: '声望定价' },
          ],
        },
      ],
    },
    key: {
      version: 1,
      gaps: [
        { id: '1', optionId: 'a' },
        { id: '2', optionId: 'a' },
      ],
      explanation: null,
    },
    rubric: { version: 1, shares: [], credit: 'per-gap' },
  },
  'table-fill': {
    content: {
      version: 1,
      stem: stem('补全销售表。'),
      table: {
        head: ['商品', '金额'],
        rows: [
          ['杯', '{{1}}'],
          ['伞', '45'],
        ],
      },
      gaps: [gap('1', 'number', '元')],
    },
    key: { version: 1, gaps: [{ id: '1', kind: 'number', value: '12.50', tolerance: '0', units: [] }], explanation: null },
    rubric: { version: 1, shares: [], credit: 'all-or-nothing' },
  },
  matching: {
    content: {
      version: 1,
      stem: stem('将技术与用途配对。'),
      left: [side('l1', '批量读取'), side('l2', '定位车辆')],
      right: [side('r1', '卫星定位'), side('r2', '射频识别'), side('r3', '条码')],
      reuse: false,
    },
    key: {
      version: 1,
      pairs: [
        { left: 'l1', right: 'r2' },
        { left: 'l2', right: 'r1' },
      ],
      explanation: stem('条码用于零售单品。'),
    },
    rubric: { version: 1, credit: 'per-pair' },
  },
  ordering: {
    content: {
      version: 1,
      stem: stem('将问卷调查的工作按次序排列。'),
      entries: [option('a', '回收'), option('b', '试填'), option('c', '确定目的')],
    },
    key: { version: 1, entryIds: ['c', 'b', 'a'], explanation: null },
    rubric: { version: 1, credit: 'positions' },
  },
  'hot-area': {
    content: {
      version: 1,
      stem: stem('点选搜索框。'),
      picture: { media: PICTURE_DIGEST, alt: '店铺页面', width: 200, height: 100 },
      areas: [
        { id: 'a', label: '搜索框', shape },
        { id: 'b', label: '购物车', shape: { kind: 'circle', x: 150, y: 50, radius: 20 } },
      ],
      most: 1,
    },
    key: { version: 1, areaIds: ['a'], explanation: null },
    rubric: { version: 1, credit: 'all-or-nothing', wrongCost: 100 },
  },
  'short-answer': { content: { version: 1, stem: stem('请说明如何合规收集信息。'), words: { least: null, most: 300 } }, key: person },
  essay: { content: { version: 1, stem: stem('请论述直播间的运营方案。'), words: { least: 400, most: 1000 } }, key: person },
  'file-answer': {
    content: { version: 1, stem: stem('请提交促销海报。'), accept: ['image/png'], mostBytes: 1_000_000, mostFiles: 1 },
    key: person,
  },
  'lab-task': {
    content: { version: 1, brief: stem('在店铺中上架一件商品。'), scenario: 'shop/first-listing', scenarioVersion: 1, seed: null },
    key: { version: 1, checks: [{ id: 'k1', text: '商品已上架', share: 1 }], explanation: null },
  },
  case: {
    content: {
      version: 1,
      stimulus: stem('某店一周访客1000人，成交50人，投放500元。'),
      parts: [
        { id: 'p1', type: 'true-false', marks: 100, content: { version: 2, stem: stem('转化率为5%。') } },
        {
          id: 'p2',
          type: 'short-answer',
          marks: 500,
          content: { version: 1, stem: stem('请提出一条改进意见。'), words: { least: null, most: 100 } },
        },
      ],
    },
    key: {
      version: 1,
      parts: [
        { id: 'p1', key: { version: 1, verdict: 'true', explanation: null } },
        { id: 'p2', key: person },
      ],
      explanation: null,
    },
    rubric: { version: 1, parts: [] },
  },
}

function gap(id: string, kind: 'text' | 'number', unit: string | null = null) {
  return { id, kind, unit, width: 'medium' }
}

function side(id: string, text: string) {
  return { id, text }
}

/** An item of a type with everything that can be known of it. */
export function anExchangeItem(type: InteractionType, changes: Partial<ExchangeItem> = {}): ExchangeItem {
  const { content, key, rubric = {} } = DOCUMENTS[type]
  const facts = {
    ...NO_FACTS,
    editionId: 'ec-2005',
    level: 'L3',
    area: ['网络营销'],
    points: ['B-C-A-001'],
    difficulty: 3,
    importance: 'X' as const,
    seconds: 60,
    source: '《中华人民共和国电子商务法》第十七条',
  }
  return { code: `X-${type}`, title: '', type, marks: hundredths(200), content, key, rubric, stimulusId: null, facts, ...changes }
}

/** One item of every type; the hot area's picture is not among them and must be added by whoever needs it. */
export function anExchangeSet(): ExchangeSet {
  return { items: (Object.keys(DOCUMENTS) as InteractionType[]).map(type => anExchangeItem(type)), stimuli: [], media: [] }
}

test('every example is a sound item of its type', () => {
  for (const { type, content, key, rubric } of anExchangeSet().items) {
    const interaction = interactionOf(type)
    const parsed = interaction.parseContent(content)
    assert.ok(parsed.ok, type)
    assert.ok(interaction.parseKey(parsed.value, key).ok, type)
    assert.ok(interaction.parseRubric(rubric).ok, type)
  }
})
