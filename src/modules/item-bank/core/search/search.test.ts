import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { INTERACTION_TYPES } from '../../../interactions/contract.ts'
import { AUTHOR_ITEMS } from '../../fixtures.ts'
import { parseItemFile } from '../files/parse-item-file.ts'
import { LEAST_LIKENESS, MOST_POSTINGS, gramsOf, gramsToLookUp, likeness } from './grams.ts'
import { nearest } from './nearest.ts'
import { folded, keptWords, placesOf, plainWords } from './plain-words.ts'

const han = fc.string({ unit: fc.constantFrom(...'网店商品转化率客服物流支付直播数据安全营销推广'), minLength: 2, maxLength: 60 })

describe('pairs of characters', () => {
  test('stand each once, and pairs do not reach across signs', () => {
    assert.equal(gramsOf('电子商务').length, 3)
    assert.equal(gramsOf('电商电商').length, 2)
    assert.deepEqual(gramsOf('电。商'), [])
    assert.equal(gramsOf('电子，商务').length, 2)
  })

  test('are numbers that tell the characters apart, whatever plane they come from', () => {
    assert.notDeepEqual(gramsOf('甲乙'), gramsOf('乙甲'))
    assert.equal(gramsOf('𠮷𠮷').length, 2)
    fc.assert(
      fc.property(fc.string(), text => {
        const grams = gramsOf(text)
        assert.ok(grams.every(gram => Number.isInteger(gram) && gram >= -(2 ** 31) && gram < 2 ** 31))
        assert.deepEqual(
          grams,
          [...grams].sort((a, b) => a - b),
        )
      }),
    )
  })

  test('a needle within a run of letters is found by any of its pairs', () => {
    fc.assert(
      fc.property(han, fc.nat(20), fc.integer({ min: 2, max: 8 }), (text, from, length) => {
        const needle = text.slice(from, from + length)
        const all = new Set(gramsOf(text))
        assert.ok(gramsOf(needle).every(gram => all.has(gram)))
      }),
    )
  })
})

describe('likeness', () => {
  test('is 1 for the same, 0 for nothing in common, and the same both ways', () => {
    fc.assert(
      fc.property(han, han, (a, b) => {
        const [left, right] = [gramsOf(a), gramsOf(b)]
        assert.equal(likeness(left, left), left.length === 0 ? 0 : 1)
        assert.equal(likeness(left, right), likeness(right, left))
        assert.ok(likeness(left, right) >= 0 && likeness(left, right) <= 1)
      }),
    )
    assert.equal(likeness(gramsOf('网店营销'), gramsOf('物流支付')), 0)
    assert.equal(likeness([], []), 0)
  })

  test('is the share of common pairs among all', () => {
    // 电子 子商 商务 / 电子 子商 商城: two of four
    assert.equal(likeness(gramsOf('电子商务'), gramsOf('电子商城')), 0.5)
  })
})

describe('what is looked up', () => {
  const counts = (grams: readonly number[], of: (at: number) => number) => new Map(grams.map((gram, at) => [gram, of(at)]))

  test('begins with the rarest pair', () => {
    const grams = gramsOf('网店商品转化率')
    const chosen = gramsToLookUp(
      grams,
      counts(grams, at => 1000 - at),
    )
    assert.equal(chosen[0], grams.at(-1))
  })

  test('is never nothing where something is known, and stays within its budget', () => {
    const grams = gramsOf('网店商品转化率客服')
    assert.equal(
      gramsToLookUp(
        grams,
        counts(grams, () => MOST_POSTINGS * 2),
      ).length,
      1,
    )
    assert.deepEqual(gramsToLookUp(grams, new Map()), [])
    const some = gramsToLookUp(
      grams,
      counts(grams, () => MOST_POSTINGS / 3),
    )
    assert.equal(some.length, 3)
  })

  test('misses no text that is alike enough, as long as the budget holds', () => {
    fc.assert(
      fc.property(han, fc.array(han, { minLength: 1, maxLength: 12 }), (asked, texts) => {
        const grams = gramsOf(asked)
        const sets = texts.map(text => gramsOf(text))
        const all = sets.flat()
        const known = new Map(grams.filter(gram => all.includes(gram)).map(gram => [gram, sets.filter(set => set.includes(gram)).length]))
        const wanted = new Set(gramsToLookUp(grams, known))
        for (const set of sets)
          if (likeness(grams, set) >= LEAST_LIKENESS)
            assert.ok(
              set.some(gram => wanted.has(gram)),
              JSON.stringify([asked, texts]),
            )
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the nearest', () => {
  const text = (itemId: string, plain: string) => ({ itemId, plain })

  test('come first, one for each item, with a percentage; strangers are left out', () => {
    const texts = [
      text('a', '网店商品转化率怎样计算'),
      text('b', '网店商品转化率如何提高'),
      text('b', '网店商品转化率怎样计算'),
      text('c', '快递单填写要求'),
    ]
    const found = nearest(gramsOf('网店商品转化率怎样计算'), texts, 5)
    assert.deepEqual(
      found.map(each => [each.itemId, each.percent]),
      [
        ['a', 100],
        ['b', 100],
      ],
    )
  })

  test('are no more than asked for', () => {
    const texts = Array.from({ length: 9 }, (_, at) => text(`i${at}`, '网店商品转化率'))
    assert.equal(nearest(gramsOf('网店商品转化率'), texts, 3).length, 3)
  })
})

describe('words of a content', () => {
  test('are folded: widths, case, blanks and gap marks make no difference', () => {
    assert.equal(folded('Ｂ２Ｃ 模式 {{1}}的\n特点'), 'b2c模式的特点')
    assert.equal(folded('B2C模式的特点'), folded('ｂ２ｃ　模式的特点'))
  })

  test('tell what is asked from what is offered', () => {
    const words = plainWords({
      version: 2,
      stem: [{ kind: 'paragraph', text: '题干' }],
      options: [{ id: 'o1', text: '甲项', pinned: false }],
    })
    assert.deepEqual(words, { stem: '题干', rest: '甲项' })
  })

  test('leave out ids, kinds, versions and pictures’ digests in every type', () => {
    for (const type of INTERACTION_TYPES) {
      const parsed = parseItemFile({
        file: 'x',
        text: JSON.stringify({ edition: 'e', level: 'L4', writer: '甲', reviewer: '乙', items: [AUTHOR_ITEMS[type]] }),
        knowsArea: () => true,
        optionId: (_code, letter) => `zz${letter.replaceAll('/', '_')}`,
        picture: () => 'f'.repeat(64),
      })
      assert.ok(parsed.ok && parsed.value[0])
      const { stem, rest } = plainWords(parsed.value[0].content)
      assert.ok(stem.length > 0, type)
      assert.ok(!/zz[a-d]|ffff|paragraph|rect|single-choice/.test(stem + rest), `${type}: ${stem} ${rest}`)
    }
  })

  test('never hold the key’s explanation', () => {
    const { content } = { content: { stem: '题干', explanation: '解析' } }
    assert.equal(keptWords(plainWords(content)).includes('解析'), false)
  })

  test('are found again by section', () => {
    const kept = keptWords({ stem: '网店营销', rest: '营销推广' })
    assert.deepEqual(placesOf(kept, '网店'), ['stem'])
    assert.deepEqual(placesOf(kept, '推广'), ['options'])
    assert.deepEqual(placesOf(kept, '营销'), ['stem', 'options'])
    assert.deepEqual(placesOf(kept, '网店营销营销'), [])
  })
})
