import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { INTERACTION_TYPES, type InteractionType } from '../../../interactions/contract.ts'
import { AUTHOR_ITEMS } from '../../fixtures.ts'
import { documentsOf } from './item-documents.ts'
import { FileHead, FileItem } from './item-file.ts'

const naming = { option: (letter: string) => `o-${letter.replaceAll('/', '-')}`, picture: () => 'f'.repeat(64) }
const explanation = [{ kind: 'paragraph', text: '按题意逐项核对即得，其余说法与材料不符。' }]
const paragraph = (text: string) => [{ kind: 'paragraph', text }]
const documents = (type: InteractionType, changes: object = {}) =>
  documentsOf(FileItem.parse({ ...AUTHOR_ITEMS[type], ...changes }), naming)
const messagesOf = (item: unknown) => {
  const read = FileItem.safeParse(item)
  return read.success ? [] : read.error.issues.map(issue => issue.message.split('|')[0])
}

describe('the short form of each type becomes these documents', () => {
  test('blank', () => {
    assert.deepEqual(documents('blank'), {
      content: {
        version: 1,
        stem: paragraph('每单成本{{1}}，成交人数除以访客数称为{{2}}。'),
        gaps: [
          { id: '1', kind: 'number', unit: '元', width: 'small' },
          { id: '2', kind: 'text', unit: null, width: 'medium' },
        ],
      },
      key: {
        version: 1,
        gaps: [
          { id: '1', kind: 'number', value: '12.5', tolerance: '0.05', units: ['元'] },
          { id: '2', kind: 'text', accept: ['转化率', '成交转化率'] },
        ],
        explanation,
      },
    })
  })

  test('table-fill', () => {
    const { content } = documents('table-fill')
    assert.deepEqual(content['table'], {
      head: ['项目', '数值'],
      rows: [
        ['单价', '{{1}}'],
        ['指标', '{{2}}'],
      ],
    })
    assert.deepEqual(content['stem'], paragraph('根据订单填写下表。'))
    assert.equal((content['gaps'] as unknown[]).length, 2)
  })

  test('inline-choice', () => {
    const { content, key, rubric } = documents('inline-choice')
    assert.deepEqual((content['gaps'] as unknown[])[1], {
      id: '2',
      options: [
        { id: 'o-2-a', text: '展现量' },
        { id: 'o-2-b', text: '点击率' },
        { id: 'o-2-c', text: '转化率' },
      ],
    })
    assert.deepEqual(key, {
      version: 1,
      gaps: [
        { id: '1', optionId: 'o-1-a' },
        { id: '2', optionId: 'o-2-c' },
      ],
      explanation,
    })
    assert.deepEqual(rubric, { credit: 'all-or-nothing' })
  })

  test('matching', () => {
    assert.deepEqual(documents('matching'), {
      content: {
        version: 1,
        stem: paragraph('将指标与含义连线。'),
        left: [
          { id: 'o-left-1', text: '点击率' },
          { id: 'o-left-2', text: '转化率' },
        ],
        right: [
          { id: 'o-right-a', text: '成交人数与访客数之比' },
          { id: 'o-right-b', text: '点击次数与展现次数之比' },
          { id: 'o-right-c', text: '成交金额与订单数之比' },
        ],
        reuse: false,
      },
      key: {
        version: 1,
        pairs: [
          { left: 'o-left-1', right: 'o-right-b' },
          { left: 'o-left-2', right: 'o-right-a' },
        ],
        explanation,
      },
    })
  })

  test('ordering', () => {
    assert.deepEqual(documents('ordering'), {
      content: {
        version: 1,
        stem: paragraph('将发货步骤排序。'),
        entries: [
          { id: 'o-a', text: '打包', pinned: false },
          { id: 'o-b', text: '审核订单', pinned: false },
          { id: 'o-c', text: '交付快递', pinned: false },
        ],
      },
      key: { version: 1, entryIds: ['o-b', 'o-a', 'o-c'], explanation },
      rubric: { credit: 'neighbours' },
    })
  })

  test('short-answer and essay', () => {
    assert.deepEqual(documents('short-answer').content['words'], { least: null, most: 300 })
    assert.deepEqual(documents('essay').content['words'], { least: 400, most: 1000 })
    assert.deepEqual(documents('essay').key, {
      version: 1,
      reference: paragraph('围绕主图、评价、价格与客服展开。'),
      criteria: [
        { id: '1', text: '指出点击率偏低', marks: 200, levels: [] },
        { id: '2', text: '提出更换主图并做对照测试', marks: 200, levels: [{ marks: 100, text: '只提出更换' }] },
      ],
      explanation,
    })
  })

  test('file-answer and lab-task', () => {
    const { stem: _stem, ...file } = documents('file-answer').content
    assert.deepEqual(file, { version: 1, accept: ['application/pdf'], mostBytes: 1_000_000, mostFiles: 1 })
    assert.deepEqual(documents('lab-task'), {
      content: {
        version: 2,
        brief: paragraph('在模拟店铺中上架一件商品。'),
        scenario: 'storefront/listing',
        scenarioVersion: 1,
        seed: null,
        task: 'L4-05',
      },
      key: { version: 1, checks: [{ id: '1', text: '商品已上架', share: 100 }], explanation },
    })
  })

  test('case', () => {
    const { content, key } = documents('case')
    assert.deepEqual(
      (content['parts'] as { id: string; type: string; marks: number }[]).map(({ id, type, marks }) => [id, type, marks]),
      [
        ['1', 'single-choice', 100],
        ['2', 'short-answer', 400],
      ],
    )
    const [first, second] = key['parts'] as { id: string; key: Record<string, unknown> }[]
    assert.deepEqual(first, { id: '1', key: { version: 1, optionId: 'o-1-b', explanation: paragraph('访客两千除以展现十万即得。') } })
    assert.equal(second?.key['explanation'], null)
    assert.deepEqual(key['explanation'], explanation)
  })
})

describe('a field that is missing is told by its name', () => {
  const table: readonly (readonly [type: InteractionType, field: string, message: string])[] = [
    ['single-choice', 'stem', '缺少题干'],
    ['single-choice', 'options', '缺少选项'],
    ['single-choice', 'key', '缺少答案键'],
    ['single-choice', 'explanation', '缺少解析'],
    ['single-choice', 'area', '缺少知识范围'],
    ['single-choice', 'id', '缺少试题编号'],
    ['multiple-choice', 'options', '缺少选项'],
    ['multiple-choice', 'key', '缺少答案键'],
    ['true-false', 'stem', '缺少题干'],
    ['true-false', 'key', '判断题的答案键应为true或false'],
    ['blank', 'blanks', '缺少空'],
    ['blank', 'marks', '缺少分值'],
    ['table-fill', 'blanks', '缺少空'],
    ['inline-choice', 'gaps', '缺少空'],
    ['matching', 'left', '缺少左列'],
    ['matching', 'right', '缺少右列'],
    ['matching', 'pairs', '缺少配对'],
    ['ordering', 'entries', '缺少待排内容'],
    ['ordering', 'key', '缺少答案键'],
    ['hot-area', 'areas', '缺少区域'],
    ['hot-area', 'key', '缺少答案键'],
    ['short-answer', 'reference', '缺少参考答案'],
    ['short-answer', 'criteria', '缺少评分要点'],
    ['essay', 'reference', '缺少参考答案'],
    ['essay', 'marks', '缺少分值'],
    ['file-answer', 'criteria', '缺少评分要点'],
    ['lab-task', 'brief', '缺少任务书'],
    ['lab-task', 'scenario', '缺少场景'],
    ['lab-task', 'checks', '缺少检查点'],
    ['case', 'stimulus', '缺少案例材料'],
    ['case', 'parts', '缺少小题'],
    ['case', 'marks', '缺少分值'],
  ]
  for (const [type, field, message] of table) {
    test(`${type} without ${field}`, () => {
      const messages = messagesOf({ ...AUTHOR_ITEMS[type], [field]: undefined })
      assert.ok(messages.includes(message), messages.join(' & '))
    })
  }

  test('what older files leave out may be missing in every type', () => {
    for (const type of INTERACTION_TYPES) {
      const { points: _points, seconds: _seconds, source: _source, ...old } = AUTHOR_ITEMS[type]
      assert.deepEqual(messagesOf(old), [], type)
    }
  })

  test('nothing unknown slips through in any type', () => {
    for (const type of INTERACTION_TYPES) assert.equal(messagesOf({ ...AUTHOR_ITEMS[type], colour: 'red' }).length, 1, type)
  })
})

describe('limits', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `x${at}`, text: `第${at}项` }))
  const table: readonly (readonly [type: InteractionType, changes: object, message: string])[] = [
    ['single-choice', { options: many(2) }, '选项少于3个'],
    ['single-choice', { options: many(7) }, '选项多于6个'],
    ['matching', { left: many(13) }, '左列多于12个'],
    ['ordering', { entries: many(1) }, '待排内容少于2个'],
    ['true-false', { difficulty: 0 }, '难度小于1'],
    ['true-false', { seconds: 0 }, '用时（秒）小于1'],
    ['true-false', { seconds: 7201 }, '用时（秒）大于7200'],
    ['true-false', { points: Array.from({ length: 5 }, () => 'A-A-A-001') }, '鉴定点多于4个'],
    ['true-false', { source: '' }, '出处为空'],
    ['true-false', { enemies: ['x'] }, '试题编号格式不对，应如L4-EC-001'],
    ['true-false', { explanation: '长'.repeat(2001) }, '解析超过2000个字符'],
    ['blank', { marks: 101 }, '分值大于100'],
    ['hot-area', { picture: { file: '../x.svg', alt: '图', width: 1, height: 1 } }, '图片文件名不合规'],
    ['case', { parts: [{ id: '1', type: 'case', marks: 1 }] }, '案例小题的题型不可用'],
    ['case', { parts: [{ id: '1', type: 'lab-task', marks: 1 }] }, '案例小题的题型不可用'],
  ]
  for (const [type, changes, message] of table) {
    test(`${type}: ${message}`, () => {
      const messages = messagesOf({ ...AUTHOR_ITEMS[type], ...changes })
      assert.ok(messages.includes(message), messages.join(' & '))
    })
  }
})

describe('the head of a file', () => {
  const head = { edition: 'ec-2005', level: 'L4', writer: '甲', reviewer: '乙', items: [1] }
  for (const field of Object.keys(head))
    test(`${field} is needed`, () => assert.equal(FileHead.safeParse({ ...head, [field]: undefined }).success, false))

  test('holds nothing else', () => {
    assert.ok(FileHead.safeParse(head).success)
    assert.equal(FileHead.safeParse({ ...head, approver: '丙' }).success, false)
  })
})
