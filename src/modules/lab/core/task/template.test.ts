import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Value } from './expression/functions.ts'
import { fillTemplate, shown } from './template.ts'
import { bare } from './variant.ts'

test('values are shown as a person reads them', () => {
  const cases: readonly (readonly [Value | undefined, string])[] = [
    [null, '（空）'],
    [undefined, '（空）'],
    ['', '（空）'],
    [0, '0'],
    [true, '是'],
    [false, '否'],
    [[], '（无）'],
    [['甲', 2, null], '甲、2、（空）'],
    [{ to: ['a', 'b'], reply: false }, 'to=a、b，reply=否'],
    ['原样', '原样'],
  ]
  for (const [value, text] of cases) assert.equal(shown(value), text)
})

const around = bare({ qty: 12, item: { name: '明前龙井', price: 680 }, list: [1, 2] })

test('braces are filled with parameters, what was found, and whatever can be computed', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['{{qty}} 件', '12 件'],
    ['{{ qty }} 件', '12 件'],
    ['{{item.name}}每斤 {{item.price}} 元', '明前龙井每斤 680 元'],
    ['{{$qty * $item.price}}', '8160'],
    ['{{yuan($item.price)}} 元', '6.80 元'],
    ['{{list}}', '1、2'],
    ['应为 {{qty}}，你填写的是 {{actual.value}}', '应为 12，你填写的是 （空）'],
    ['没有括号 {qty}', '没有括号 {qty}'],
    ['{{$qty +}}', '{{$qty +}}'],
    ['{{nix}}和{{qty}}', '{{nix}}和12'],
    ['{{1 / 0}}', '{{1 / 0}}'],
  ]
  for (const [text, filled] of cases) assert.equal(fillTemplate(text, around), filled, text)
  assert.equal(fillTemplate('{{actual.to}}、{{actual.n}}', around, { to: ['甲', '乙'], n: 3 }), '甲、乙、3')
})

test('a text without braces stays as it is, and a filling never throws', () => {
  fc.assert(fc.property(fc.string(), text => text.includes('{{') || fillTemplate(text, around) === text))
  fc.assert(fc.property(fc.string(), inner => typeof fillTemplate(`前{{${inner}}}后`, around) === 'string'))
})

test('what is filled in is not filled again', () => {
  assert.equal(fillTemplate('{{inner}}', bare({ inner: '{{qty}}', qty: 1 })), '{{qty}}')
})
