import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fuzzRounds, promptly } from '../../../../../tools/testing/fuzz.ts'
import { readingAids } from '../../actions/exchange/reading-aids.ts'
import { anExchangeItem, anExchangeSet } from '../../core/exchange/exchange-set.test.ts'
import type { FormatSource } from '../../core/exchange/format.ts'
import { aiken } from './aiken.ts'

const aids = readingAids(() => ({ ok: false, refusal: { zh: '', en: '' } }))
const text = (...lines: string[]): FormatSource => ({ kind: 'text', name: 'items.txt', text: lines.join('\n') })

function read(...lines: string[]) {
  const result = aiken.read(text(...lines), aids)
  assert.ok(result.ok)
  return result.value
}

describe('Aiken', () => {
  test('a letter of the key names the option; stems and options may run over lines', () => {
    const { items, faults } = read(
      '下列属于第三方支付的是',
      '（   ）。',
      'A. 现金',
      'B) 某支付平台',
      '的余额',
      'ANSWER: B',
      '',
      '第二题',
      'A．对',
      'B．错',
      '答案：A',
    )
    assert.equal(faults.length, 0)
    assert.deepEqual(items[0]?.key, { version: 1, optionId: 'o2', explanation: null })
    assert.deepEqual(items[0]?.content['stem'], [
      { kind: 'paragraph', text: '下列属于第三方支付的是' },
      { kind: 'paragraph', text: '（   ）。' },
    ])
    assert.equal(items[1]?.type, 'single-choice')
  })

  test('several letters make a multiple choice', () => {
    const { items } = read('题', 'A. 一', 'B. 二', 'C. 三', 'ANSWER: A, C')
    assert.deepEqual([items[0]?.type, items[0]?.key['optionIds']], ['multiple-choice', ['o1', 'o3']])
  })

  for (const [name, lines, zh] of [
    ['no stem', ['ANSWER: A'], /缺少题干/],
    ['one option', ['题', 'A. 一', 'ANSWER: A'], /少于2个/],
    ['a repeated letter', ['题', 'A. 一', 'A. 二', 'ANSWER: A'], /重复/],
    ['an empty option', ['题', 'A. 一', 'B. ', 'ANSWER: A'], /空选项/],
    ['a key without option', ['题', 'A. 一', 'B. 二', 'ANSWER: C'], /不存在的选项C/],
    ['a key that is a word', ['题', 'A. 一', 'B. 二', 'ANSWER: both of them'], /不是选项字母/],
    ['nothing behind the options', ['题', 'A. 一', 'B. 二'], /在答案行之前结束/],
    ['an empty file', [''], /没有试题/],
  ] as const)
    test(`${name} is a fault that says so, and a sound item beside it is still read`, () => {
      const { faults } = read(...lines)
      assert.match(faults.map(fault => fault.zh).join(), zh)
      const beside = read('好题', 'A. 一', 'B. 二', 'ANSWER: A', '', ...lines)
      assert.equal(beside.items.length, 1)
    })

  test('what Aiken cannot hold is told: explanations, numbers, pinned places, other types', () => {
    const written = aiken.write(anExchangeSet(), aids)
    const told = (code: string) => written.losses.filter(loss => loss.item === code).map(loss => `${loss.kind} ${loss.element}`)
    for (const item of anExchangeSet().items)
      if (!['single-choice', 'true-false'].includes(item.type)) assert.ok(told(item.code).includes('lost item'), item.type)
    assert.ok(told('X-single-choice').includes('lost explanation'))
    assert.ok(told('X-true-false').includes('changed interaction'))
  })

  test('a stem that looks like an option is not written wrongly but told as lost', () => {
    const item = anExchangeItem('single-choice')
    const content = { ...item.content, stem: [{ kind: 'paragraph', text: 'A. 开头像选项' }] }
    const written = aiken.write({ items: [{ ...item, content }], stimuli: [], media: [] }, aids)
    assert.deepEqual([written.kind === 'text' && written.text, written.losses.at(-1)?.element], ['', 'item'])
  })

  test('any text is read without a throw', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('ANSWER: A', 'A. 一', 'B) 二', '', '答案：B', '题干'))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), lines => promptly(() => aiken.read(text(...lines), aids)).ok),
      { numRuns: fuzzRounds(500) },
    )
  })
})
