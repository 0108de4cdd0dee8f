import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { marks } from '../../kernel/marks.ts'
import { type GatesRecord, LEAST_SEEDS } from '../lab/contract.ts'
import type { DraftBody } from './core/versions/draft.ts'
import { LabPlacings } from './core/lab/lab-placing.ts'
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

/** A word of the gates that lets these tasks be released, for what is not about the gates. */
export function passedGates(
  tasks: Iterable<{ readonly task: { readonly task: string; readonly version: number }; readonly ground: string }>,
): GatesRecord[] {
  return [...tasks].map(({ task: { task, version }, ground }) => ({
    task,
    version,
    ground,
    seeds: LEAST_SEEDS,
    steps: 10,
    foreign: 0,
    faultCount: 0,
    faults: [],
  }))
}

/** The places of the laboratory's tasks in the practice table of level four. */
export function practicePlacings(): LabPlacings {
  return LabPlacings.parse(JSON.parse(readFileSync(new URL('../../../data/lab/placings/ec-2005-L4.json', import.meta.url), 'utf8')))
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

const head = {
  area: ['网络营销'],
  points: ['B-A-A-001'],
  explanation: '按题意逐项核对即得，其余说法与材料不符。',
  difficulty: 3,
  seconds: 90,
  importance: 'X',
  source: null,
  reviewed: true,
}
const abcd = ['展现量', '点击率', '转化率', '客单价'].map((text, at) => ({ id: 'abcd'.charAt(at), text }))
const criteria = [
  { id: '1', text: '指出点击率偏低', marks: 2 },
  { id: '2', text: '提出更换主图并做对照测试', marks: 2, levels: [{ marks: 1, text: '只提出更换' }] },
]
const blanks = [
  { id: '1', kind: 'number', value: '12.5', tolerance: '0.05', unit: '元' },
  { id: '2', kind: 'text', accept: ['转化率', '成交转化率'] },
]

/** One item of each type as authors write them in a file, all sound. The hot area shows `page.svg`. */
export const AUTHOR_ITEMS = {
  'single-choice': { ...head, id: 'L4-A-001', type: 'single-choice', stem: '访客数与展现量之比是（    ）。', options: abcd, key: ['b'] },
  'multiple-choice': {
    ...head,
    id: 'L4-A-002',
    type: 'multiple-choice',
    stem: '影响成交金额的有（    ）。',
    options: abcd,
    key: ['c', 'd'],
    credit: 'partial-no-wrong',
  },
  'true-false': { ...head, id: 'L4-A-003', type: 'true-false', stem: '转化率等于成交人数除以访客数。', key: true },
  blank: { ...head, id: 'L4-A-004', type: 'blank', marks: 2, stem: '每单成本{{1}}，成交人数除以访客数称为{{2}}。', blanks },
  'inline-choice': {
    ...head,
    id: 'L4-A-005',
    type: 'inline-choice',
    marks: 2,
    stem: '先看{{1}}，再看{{2}}。',
    gaps: [
      { id: '1', options: abcd, key: 'a' },
      { id: '2', options: abcd.slice(0, 3), key: 'c' },
    ],
    credit: 'all-or-nothing',
  },
  'table-fill': {
    ...head,
    id: 'L4-A-006',
    type: 'table-fill',
    marks: 2,
    stem: '根据订单填写下表。',
    table: {
      head: ['项目', '数值'],
      rows: [
        ['单价', '{{1}}'],
        ['指标', '{{2}}'],
      ],
    },
    blanks,
  },
  matching: {
    ...head,
    id: 'L4-A-007',
    type: 'matching',
    marks: 2,
    stem: '将指标与含义连线。',
    left: [
      { id: '1', text: '点击率' },
      { id: '2', text: '转化率' },
    ],
    right: [
      { id: 'a', text: '成交人数与访客数之比' },
      { id: 'b', text: '点击次数与展现次数之比' },
      { id: 'c', text: '成交金额与订单数之比' },
    ],
    pairs: [
      ['1', 'b'],
      ['2', 'a'],
    ],
  },
  ordering: {
    ...head,
    id: 'L4-A-008',
    type: 'ordering',
    marks: 2,
    stem: '将发货步骤排序。',
    entries: [
      { id: 'a', text: '打包' },
      { id: 'b', text: '审核订单' },
      { id: 'c', text: '交付快递' },
    ],
    key: ['b', 'a', 'c'],
    credit: 'neighbours',
  },
  'hot-area': {
    ...head,
    id: 'L4-A-009',
    type: 'hot-area',
    marks: 1,
    stem: '点选搜索框。',
    picture: { file: 'page.svg', alt: '店铺首页示意图', width: 800, height: 450 },
    areas: [
      { id: 'a', label: '搜索框', shape: 'rect', coords: [10, 10, 200, 40] },
      { id: 'b', label: '购物车', shape: 'circle', coords: [700, 40, 30] },
      { id: 'c', label: '分类栏', shape: 'polygon', coords: [0, 100, 100, 100, 100, 400, 0, 400] },
    ],
    key: ['a'],
  },
  'short-answer': {
    ...head,
    id: 'L4-A-010',
    type: 'short-answer',
    marks: 4,
    stem: '展现量充足而访客少，请说明原因并提出办法。',
    words: { most: 300 },
    reference: '点击率偏低；更换主图并做对照测试。',
    criteria,
  },
  essay: {
    ...head,
    id: 'L4-A-011',
    type: 'essay',
    marks: 4,
    stem: '论述网店提升转化率的方案。',
    words: { least: 400, most: 1000 },
    reference: '围绕主图、评价、价格与客服展开。',
    criteria,
  },
  'file-answer': {
    ...head,
    id: 'L4-A-012',
    type: 'file-answer',
    marks: 4,
    stem: '提交一份推广方案。',
    accept: ['application/pdf'],
    mostBytes: 1_000_000,
    reference: '方案含目标、预算与复盘。',
    criteria,
  },
  'lab-task': {
    ...head,
    id: 'L4-A-013',
    type: 'lab-task',
    marks: 10,
    brief: '在模拟店铺中上架一件商品。',
    scenario: 'storefront/listing',
    scenarioVersion: 1,
    task: 'L4-05',
    checks: [{ id: '1', text: '商品已上架', share: 100 }],
  },
  case: {
    ...head,
    id: 'L4-A-014',
    type: 'case',
    marks: 5,
    stimulus: '某网店本月展现量十万次，访客两千人，成交一百单，成交金额一万二千元。',
    parts: [
      {
        id: '1',
        type: 'single-choice',
        marks: 1,
        stem: '点击率是（    ）。',
        options: abcd,
        key: ['b'],
        explanation: '访客两千除以展现十万即得。',
      },
      { id: '2', type: 'short-answer', marks: 4, stem: '请提出改进办法。', words: { most: 200 }, reference: '更换主图。', criteria },
    ],
  },
} as const

/** A file of the bank as `loadItems` takes it: its name, its text, and the drawings that lie beside it. */
export type ItemFile = { readonly file: string; readonly text: string; readonly pictures: ReadonlyMap<string, Buffer> }

/** Every item file of a level, as the project ships them. */
export function itemFiles(level: string): readonly ItemFile[] {
  const folder = new URL(`../../../data/items/${level}/`, import.meta.url)
  const inside = new URL('pictures/', folder)
  const pictures = new Map(existsSync(inside) ? readdirSync(inside).map(name => [name, readFileSync(new URL(name, inside))]) : [])
  const files = readdirSync(folder).filter(name => name.endsWith('.json'))
  return files.map(file => ({ file, text: readFileSync(new URL(file, folder), 'utf8'), pictures }))
}
