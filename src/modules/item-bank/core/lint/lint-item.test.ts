import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { INTERACTION_TYPES, type InteractionType } from '../../../interactions/contract.ts'
import { AUTHOR_ITEMS } from '../../fixtures.ts'
import { parseItemFile } from '../files/parse-item-file.ts'
import { facesOf } from './faces.ts'
import { hasErrors } from './finding.ts'
import { lintItem } from './lint-item.ts'

/** A sound item of a type as the bank would hold it, with what an author changed. */
function draft(type: InteractionType, changes: object = {}) {
  const parsed = parseItemFile({
    file: 'x',
    text: JSON.stringify({ edition: 'e', level: 'L4', writer: '甲', reviewer: '乙', items: [{ ...AUTHOR_ITEMS[type], ...changes }] }),
    knowsArea: () => true,
    optionId: (_code, letter) => letter.replaceAll('/', '_'),
    picture: () => 'f'.repeat(64),
  })
  assert.ok(parsed.ok, JSON.stringify(parsed))
  return parsed.value[0] ?? assert.fail()
}
const found = (type: InteractionType, changes: object = {}) => lintItem(draft(type, changes)).map(({ code, place }) => `${code} ${place}`)
const options = (...texts: string[]) => texts.map((text, at) => ({ id: 'abcdef'.charAt(at), text }))

describe('sound items', () => {
  for (const type of INTERACTION_TYPES) {
    test(`${type}: the machine finds nothing`, () => assert.deepEqual(found(type, { seconds: type === 'lab-task' ? 600 : 90 }), []))
  }
})

describe('words and signs', () => {
  const table: readonly (readonly [name: string, type: InteractionType, changes: object, finding: string])[] = [
    ['a blank beside Chinese', 'true-false', { stem: '转化率 等于成交人数除以访客数。' }, 'blank-between stem'],
    ['a blank before Latin', 'true-false', { stem: '采用 B2C模式的网店面向个人。' }, 'blank-between stem'],
    ['a half-width comma', 'true-false', { stem: '转化率,即成交人数除以访客数。' }, 'half-width-mark stem'],
    ['half-width brackets around Chinese', 'true-false', { stem: '转化率(成交占比)越高越好。' }, 'half-width-mark stem'],
    [
      'a half-width mark in an option',
      'single-choice',
      { options: options('甲项', '乙项,丙项', '丁项', '戊项') },
      'half-width-mark options.2',
    ],
    ['a stem without a mark at its end', 'true-false', { stem: '转化率等于成交人数除以访客数' }, 'stem-unmarked stem'],
    ['a double negation', 'true-false', { stem: '网店不能不公示营业执照信息。' }, 'double-negation stem'],
    [
      'a negation far from the end',
      'single-choice',
      { stem: '下列做法中不属于平台经营者依照法律规定在交易规则和服务协议中应当向消费者明示内容的是（    ）。' },
      'negation-unclear stem',
    ],
    ['an absolute word in a false statement', 'true-false', { stem: '所有网店都使用同一种支付方式。', key: false }, 'absolute-word stem'],
    [
      'an absolute word in a wrong option only',
      'single-choice',
      { options: options('任何商品', '服装类商品', '家电类商品', '食品类商品') },
      'absolute-option options.1',
    ],
    [
      'a law without its source',
      'true-false',
      { stem: '根据《中华人民共和国电子商务法》，网店应当公示营业执照。' },
      'source-missing source',
    ],
    ['a blank in the explanation', 'true-false', { explanation: '转化率 即成交人数除以访客数。' }, 'blank-between explanation'],
  ]
  for (const [name, type, changes, finding] of table) {
    test(name, () => assert.ok(found(type, changes).includes(finding), found(type, changes).join(' & ')))
  }

  test('what looks alike and is sound is left alone', () => {
    const sound: readonly (readonly [InteractionType, object])[] = [
      ['single-choice', { stem: '访客数与展现量之比是（    ）。' }],
      ['true-false', { stem: '网页中图片的常用格式有JPEG、PNG。' }],
      ['true-false', { stem: '会员价为1,299元。' }],
      ['true-false', { stem: '时间为20:30。', key: false }],
      ['true-false', { stem: '网店必须公示营业执照信息。', key: true }],
      ['true-false', { stem: '根据《中华人民共和国电子商务法》，网店应当公示。', source: '《中华人民共和国电子商务法》第十五条' }],
      ['single-choice', { stem: '下列不属于网络营销的是（    ）。' }],
      ['single-choice', { options: options('任何商品', '所有商品', '全部服装', '部分食品'), key: ['a'] }],
    ]
    for (const [type, changes] of sound) assert.deepEqual(found(type, changes), [], JSON.stringify(changes))
  })

  test('cells of a table do not stand beside one another', () => {
    const stem = [
      { kind: 'paragraph', text: '阅读下表后判断。' },
      { kind: 'table', head: ['访客 数', '成交'], rows: [['二百', '十']] },
    ]
    assert.deepEqual(found('true-false', { stem }), ['blank-between stem'])
    const sound = [stem[0], { kind: 'table', head: ['访客数', '成交数'], rows: [['二百', '十']] }]
    assert.deepEqual(found('true-false', { stem: sound }), [])
  })

  test('listings keep their own signs, and a stem may end in one', () => {
    const stem = [
      { kind: 'paragraph', text: '下列代码能够换行。' },
      { kind: 'code', text: '<p>第一 行</p>' },
    ]
    assert.deepEqual(found('true-false', { stem }), [])
  })
})

describe('options', () => {
  test('以上都对 is an error', () => {
    for (const text of ['以上都对', '以上均不正确', '上述各项都是', '以上选项全部正确']) {
      const findings = lintItem(draft('single-choice', { options: options('甲项内容', '乙项内容', '丙项内容', text) }))
      assert.ok(hasErrors(findings), text)
    }
  })

  test('a right option much longer than the others is a cue; a wrong one is not', () => {
    const long = options('展现量', '点击次数与展现次数之间的比值关系', '转化率', '客单价')
    assert.ok(found('single-choice', { options: long, key: ['b'] }).includes('length-cue options.2'))
    assert.ok(!found('single-choice', { options: long, key: ['a'] }).some(each => each.startsWith('length-cue')))
  })

  test('short options may differ in length', () => {
    const short = options('价', '点击率高', '量', '率')
    assert.ok(!found('single-choice', { options: short, key: ['b'] }).some(each => each.startsWith('length-cue')))
  })

  test('one option within another and options much alike are noted', () => {
    assert.ok(
      found('single-choice', { options: options('商品标题', '优化商品标题', '商品评价', '店铺装修') }).includes(
        'options-overlap options.2',
      ),
    )
    const alike = options(
      '先审核订单信息并核对收货地址后统一安排发货',
      '先审核订单信息并核对收货地址再统一安排发货',
      '打包商品',
      '联系快递',
    )
    assert.ok(found('single-choice', { options: alike }).includes('options-alike options.2'))
  })

  test('options that differ in blanks and widths only are the same', () => {
    const { content, ...item } = draft('single-choice')
    const twice = [...(content['options'] as { id: string; text: string }[])]
    twice[1] = { ...(twice[1] ?? assert.fail()), text: '展 现 量' }
    const findings = lintItem({ ...item, content: { ...content, options: twice } })
    assert.ok(findings.some(finding => finding.code === 'options-repeat' && finding.place === 'options.2'))
  })

  test('a multiple choice of which everything is right is told', () => {
    assert.ok(found('multiple-choice', { key: ['a', 'b', 'c', 'd'] }).includes('every-option-right key'))
  })
})

describe('explanation, marks and time', () => {
  test('an item without an explanation is an error; one a person marks needs none', () => {
    const { key, ...item } = draft('single-choice')
    const findings = lintItem({ ...item, key: { ...key, explanation: null } })
    assert.ok(findings.some(finding => finding.code === 'explanation-missing' && finding.severity === 'error'))
    const essay = draft('essay')
    assert.ok(!lintItem({ ...essay, key: { ...essay.key, explanation: null } }).some(finding => finding.code.startsWith('explanation')))
  })

  test('a very short explanation is noted', () => {
    assert.ok(found('single-choice', { explanation: '见教材。' }).includes('explanation-short explanation'))
  })

  test('a time that fits neither the marks nor the length is told', () => {
    assert.ok(found('single-choice', { seconds: 5 }).includes('time-implausible seconds'))
    assert.ok(found('single-choice', { seconds: 900 }).includes('time-implausible seconds'))
    const stem = `${'这是一段很长的材料，'.repeat(60)}请判断。`
    assert.ok(found('true-false', { stem, seconds: 20 }).includes('time-short seconds'))
    assert.ok(!found('single-choice', { seconds: null }).some(each => each.endsWith('seconds')))
  })
})

describe('sides of an item', () => {
  test('a case has one for its stimulus and one for each part, with places to find them by', () => {
    const faces = facesOf(draft('case'))
    assert.deepEqual(
      faces.map(face => [face.at, face.type, face.options.length]),
      [
        ['', 'case', 0],
        ['parts.1.', 'single-choice', 4],
        ['parts.2.', 'short-answer', 0],
      ],
    )
    assert.deepEqual(
      faces[1]?.options.map(option => option.right),
      [false, true, false, false],
    )
  })

  test('findings in a part name the part', () => {
    const [first, second] = AUTHOR_ITEMS.case.parts
    const parts = [{ ...first, options: options('甲项', '以上都对', '丙项', '丁项') }, second]
    assert.ok(found('case', { parts }).includes('all-of-them parts.1.options.2'))
  })

  test('words beside stem and options are looked at too', () => {
    const left = [
      { id: '1', text: '点击 率' },
      { id: '2', text: '转化率' },
    ]
    assert.ok(found('matching', { left }).includes('blank-between words'))
  })

  test('a statement knows whether it is true; nothing else has a verdict', () => {
    assert.equal(facesOf(draft('true-false'))[0]?.verdict, true)
    assert.equal(facesOf(draft('true-false', { key: false }))[0]?.verdict, false)
    assert.equal(facesOf(draft('single-choice'))[0]?.verdict, null)
  })
})
