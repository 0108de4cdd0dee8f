import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fuzzRounds, promptly } from '../../../../../tools/testing/fuzz.ts'
import { readingAids } from '../../actions/exchange/reading-aids.ts'
import { anExchangeItem } from '../../core/exchange/exchange-set.test.ts'
import type { ExchangeItem } from '../../core/exchange/exchange-item.ts'
import type { FormatSource } from '../../core/exchange/format.ts'
import { chunksOf, escaped, insideOf, marked, unmarked } from './gift-text.ts'
import { gift } from './gift.ts'

const aids = readingAids(() => ({ ok: false, refusal: { zh: '', en: '' } }))
const source = (text: string): FormatSource => ({ kind: 'text', name: 'items.gift', text })

function read(text: string) {
  const result = gift.read(source(text), aids)
  assert.ok(result.ok)
  return result.value
}

function only(text: string): ExchangeItem {
  const { items, faults } = read(text)
  assert.deepEqual(faults, [])
  const [item] = items
  assert.ok(item)
  return item
}

describe('kinds of GIFT', () => {
  for (const [name, text, type, key] of [
    ['one right option', '题干{=对 ~错 ~也错}', 'single-choice', { optionId: 'o1' }],
    ['weights', '题干{~%50%甲 ~%50%乙 ~%-100%丙}', 'multiple-choice', { optionIds: ['o1', 'o2'] }],
    ['several equals beside a tilde', '题干{=甲 =乙 ~丙}', 'multiple-choice', { optionIds: ['o1', 'o2'] }],
    ['true', '电子签名可以用于合同。{T}', 'true-false', { verdict: 'true' }],
    ['FALSE with feedback', '地球是平的。{FALSE#不对#对}', 'true-false', { verdict: 'false' }],
    [
      'accepted texts',
      '首都是{=北京 =北京市}。',
      'blank',
      { gaps: [{ id: 'g1', kind: 'text', accept: ['北京', '北京市'], ignoreCase: true, ignoreSpace: true }] },
    ],
    [
      'a number with tolerance',
      '圆周率约{#3.14:0.005}',
      'blank',
      { gaps: [{ id: 'g1', kind: 'number', value: '3.14', tolerance: '0.005', units: [] }] },
    ],
    ['a range', '一到五{#1..5}', 'blank', { gaps: [{ id: 'g1', kind: 'number', value: '3', tolerance: '2', units: [] }] }],
    [
      'numbers with parts of the marks',
      '年份{#=1822:0 =%50%1822:2}',
      'blank',
      { gaps: [{ id: 'g1', kind: 'number', value: '1822', tolerance: '0', units: [] }] },
    ],
    [
      'pairs',
      '配对{=甲 -> 一 =乙 -> 二 = -> 三}',
      'matching',
      {
        pairs: [
          { left: 'l1', right: 'r1' },
          { left: 'l2', right: 'r2' },
        ],
      },
    ],
  ] as const)
    test(`${name} → ${type}`, () => {
      const item = only(text)
      assert.equal(item.type, type)
      for (const [field, value] of Object.entries(key)) assert.deepEqual(item.key[field], value)
    })

  test('nothing in the braces is an essay, and its missing criteria are to be written', () => {
    assert.equal(only('论述直播。{}').type, 'essay')
  })

  test('a word that is missing in the middle leaves its gap there', () => {
    assert.deepEqual(only('数据保护法于{=2021}年施行。').content['stem'], [{ kind: 'paragraph', text: '数据保护法于 {{g1}} 年施行。' }])
    assert.deepEqual(only('选择{=甲 ~乙}填空。').content['stem'], [{ kind: 'paragraph', text: '选择 ____ 填空。' }])
  })

  test('titles name the item, comments and categories do not count, feedback becomes the explanation', () => {
    const { items, losses } = read('// 注释\n$CATEGORY: 支付\n\n::PAY-1:: 题{=甲#因为 ~乙####总评}\n')
    assert.equal(items[0]?.code, 'PAY-1')
    assert.deepEqual(items[0]?.key['explanation'], [
      { kind: 'paragraph', text: '总评' },
      { kind: 'paragraph', text: '甲：因为' },
    ])
    assert.deepEqual(losses.map(loss => loss.element).toSorted(), ['$CATEGORY', 'feedback'])
  })

  test('HTML becomes prose, and emphasis is told as changed', () => {
    const { items, losses } = read('[html]<p>第一段<b>重点</b></p><p>第二段</p>{T}')
    assert.equal((items[0]?.content['stem'] as unknown[] | undefined)?.length, 2)
    assert.deepEqual(
      losses.map(loss => loss.element),
      ['stem b'],
    )
  })

  for (const [name, text, zh] of [
    ['unknown braces', '题{maybe}', /不认识的作答部分/],
    ['a number that is none', '题{#abc}', /不能识别/],
    ['one option', '题{=甲 ~}', /不符合题型/],
    ['an open brace', '题一{T}\n\n题二{=甲 ~乙\n\n题三{F}', /第3行起的试题花括号不成对/],
    ['an empty file', '\n// 只有注释\n', /没有试题/],
  ] as const)
    test(`${name} is a fault with its line`, () =>
      assert.match(
        read(text)
          .faults.map(fault => fault.zh)
          .join(),
        zh,
      ))

  test('a description is told as lost', () => {
    assert.deepEqual(
      read('只是一段说明').losses.map(loss => loss.kind),
      ['lost'],
    )
  })

  test('unequal weights are told', () => {
    assert.deepEqual(
      read('题{~%70%甲 ~%30%乙 ~丙}').losses.map(loss => loss.element),
      ['weight', 'weight'],
    )
  })
})

describe('the text of GIFT', () => {
  test('escaping is undone by reading, for any text on one line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter(text => !/[\ue000-\uf8ff]/.test(text)),
        text => {
          const clean = text.trim()
          assert.equal(unmarked(marked(escaped(clean))), clean.replaceAll('\\n', '\\n'))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('escaped characters are no syntax', () => {
    const [chunk] = chunksOf('1 \\= 1 \\{不是空\\} {=a\\=b ~c\\~d}')
    assert.ok(chunk)
    assert.equal(unmarked(chunk.before), '1 = 1 {不是空}')
    assert.deepEqual(
      insideOf(chunk.inside ?? '').parts.map(part => unmarked(part.text)),
      ['a=b', 'c~d'],
    )
  })

  test('a single choice comes back whatever its texts hold', () => {
    const word = fc.string({ minLength: 1, maxLength: 30 }).map(text => `选${text.replaceAll(/[\r\n]/g, '').trim()}项`)
    fc.assert(
      fc.property(word, fc.uniqueArray(word, { minLength: 2, maxLength: 6 }), (stem, texts) => {
        const options = texts.map((text, at) => ({ id: `o${at + 1}`, text, pinned: false }))
        const item = anExchangeItem('single-choice', {
          content: { version: 2, stem: [{ kind: 'paragraph', text: stem }], options },
          key: { version: 1, optionId: 'o1', explanation: null },
        })
        const written = gift.write({ items: [item], stimuli: [], media: [] }, aids)
        const back = only(written.kind === 'text' ? written.text : '')
        if (!/<\w/.test(stem)) assert.deepEqual(back.content, item.content)
        assert.deepEqual(back.key, item.key)
      }),
      { numRuns: 200 },
    )
  })

  test('any text is read without a throw', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('{', '}', '=', '~', '#', '->', '::', '%50%', '\\', '\n\n', '####', '[html]', 'T'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => promptly(() => gift.read(source(pieces.join('')), aids)).ok),
      { numRuns: fuzzRounds(500) },
    )
  })
})
