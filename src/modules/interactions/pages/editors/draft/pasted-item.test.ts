import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readPastedCells, readPastedItem, readPastedLines } from './pasted-item.ts'

describe('a pasted block fills an item', () => {
  test('stem, options, key and explanation', () => {
    assert.deepEqual(
      readPastedItem(
        '12. 下列属于支付结算的是（　　）。\nA. 网银\nB、快捷支付\n（C）货到付款\nD．以物易物\n答案：AB\n解析：前两项是支付结算。',
      ),
      {
        stem: '下列属于支付结算的是（　　）。',
        options: ['网银', '快捷支付', '货到付款', '以物易物'],
        right: [0, 1],
        verdict: null,
        explanation: '前两项是支付结算。',
      },
    )
  })
  const keys: readonly (readonly [string, readonly number[]])[] = [
    ['答案：C', [2]],
    ['正确答案: c'.replace('c', 'C'), [2]],
    ['【答案】A、C', [0, 2]],
    ['参考答案：Ａ', [0]],
    ['Answer: B', [1]],
    ['答案：Z', []],
  ]
  for (const [line, right] of keys)
    test(`the key in “${line}”`, () => assert.deepEqual(readPastedItem(`题干\nA. 甲\nB. 乙\nC. 丙\n${line}`)?.right, right))

  test('options beside one another', () => {
    assert.deepEqual(readPastedItem('哪一种？\nA. 甲   B. 乙\tC. 丙　D. 丁\n答案：D')?.options, ['甲', '乙', '丙', '丁'])
  })
  test('a key inside the stem is taken out of it', () => {
    const read = readPastedItem('单证中最早签发的是（ B ）。\nA. 提单\nB. 发票')
    assert.deepEqual(read && [read.stem, read.right], ['单证中最早签发的是（　　）。', [1]])
  })
  test('a statement with its verdict', () => {
    const verdicts = ['答案：正确', '答案：×', '（√）'].map(line => readPastedItem(`电子签名与手写签名效力相同。\n${line}`)?.verdict)
    assert.deepEqual(verdicts, ['true', 'false', 'true'])
  })
  test('a line below an option goes on with it, letters out of turn are text', () => {
    assert.deepEqual(readPastedItem('题\nA. 甲\n的续行\nB. 乙\nD. 不是选项')?.options, ['甲的续行', '乙D. 不是选项'])
  })
  test('plain prose is no item', () => {
    for (const text of ['', '一句话。', '第一段\n第二段', 'A. 只有一个选项']) assert.equal(readPastedItem(text), null, text)
  })
  test('whatever is pasted, reading it does not throw and the right options exist', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const read = readPastedItem(text)
        assert.ok(read === null || read.right.every(at => at < read.options.length))
      }),
    )
  })
})

test('several lines are entries, without their letters or numbers', () => {
  assert.deepEqual(readPastedLines('A. 甲\nB. 乙'), ['甲', '乙'])
  assert.deepEqual(readPastedLines('1、甲\n2、乙'), ['甲', '乙'])
  assert.deepEqual(readPastedLines('甲\n\n A类店铺 '), ['甲', 'A类店铺'])
  assert.equal(readPastedLines('一行'), null)
})

test('cells of a spreadsheet come as an even grid', () => {
  assert.deepEqual(readPastedCells('项目\t金额\n运费\t12\n合计\n'), [
    ['项目', '金额'],
    ['运费', '12'],
    ['合计', ''],
  ])
  assert.equal(readPastedCells('一段文字'), null)
})
