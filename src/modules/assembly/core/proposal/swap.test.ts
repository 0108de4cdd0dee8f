import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hundredths } from '../../../../kernel/marks.ts'
import type { BankItem } from '../../../item-bank/contract.ts'
import { aBankItem } from '../../../item-bank/fixtures.ts'
import { aSmallBody, anOrder, bankFactsOf } from '../../fixtures.ts'
import { checkAssembly } from '../check/check-assembly.ts'
import type { TranslationOrder } from '../translate/order.ts'
import { problemOf } from '../translate/problem-of.ts'
import { newBreaks, swapCandidates, swapOutcome, swapped } from './swap.ts'

const item = (code: string, changes: Partial<BankItem> = {}) => aBankItem({ code, area: ['A'], ...changes })
const two = { area: ['B', 'x'], type: 'multiple-choice', marks: hundredths(200) } as const
const items = [
  item('A1'),
  item('A2'),
  item('A3'),
  item('A4', { difficulty: 5 }),
  item('A5', { exposure: 4 }),
  item('A6', { type: 'matching', marks: hundredths(200) }),
  item('B1', two),
  item('B2', two),
]
const one = ['A1', 'A2', 'A3', 'B1']
const translate = (more: Partial<TranslationOrder> = {}) => problemOf(anOrder(items, more))
const candidatesAt = (place: number, more: Partial<TranslationOrder> = {}, forms = [one]) =>
  swapCandidates(translate(more), { forms, form: 0, place })
const byCode = (place: number, more: Partial<TranslationOrder> = {}, forms = [one]) =>
  new Map(candidatesAt(place, more, forms).map(each => [each.item.code, each.breaks.map(said => said.zh)]))

test('items that break nothing come first, the less used before the others; what is in the form is no candidate', () => {
  const codes = candidatesAt(0).map(each => each.item.code)
  assert.deepEqual(codes.slice(0, 2), ['A4', 'A5'])
  assert.ok(['A1', 'A2', 'A3', 'B1'].every(code => !codes.includes(code)))
  assert.deepEqual(codes.toSorted(), ['A4', 'A5', 'A6', 'B2'])
})

test('what a candidate would break is said in sentences, with what it would be', () => {
  const breaks = byCode(0)
  assert.deepEqual(breaks.get('A4'), [])
  assert.deepEqual(breaks.get('A6'), ['“A”须恰为3分；题库可用6题，共7分。（将为4）'])
  assert.equal(breaks.get('B2')?.length, 2)
  const [english] = candidatesAt(0).find(each => each.item.code === 'A6')?.breaks ?? []
  assert.match(english?.en ?? '', /^"A" brings exactly 3 marks.*\(would be 4\)$/)
})

test('a place of another area has candidates of its own', () => {
  const breaks = byCode(3)
  assert.deepEqual(breaks.get('B2'), [])
  assert.ok((breaks.get('A4') ?? []).length > 0)
})

test('other forms of the run, enemies and exposure count', () => {
  const overlap = { betweenForms: 1, recentForms: 0, withRecent: 0 }
  const forms = [one, ['A4', 'A5', 'A2', 'B2']]
  const between = byCode(0, { body: aSmallBody({ overlap }), forms: 2 }, forms)
  assert.deepEqual(between.get('A4'), ['任意两份试卷重复不超过1题。（1–2 将为2）'])
  assert.deepEqual(byCode(0, { facts: bankFactsOf(items, { enemies: new Map([['A2', ['A4']]]) }) }).get('A4'), [
    '互斥试题A2与A4至多选一题。（将为2）',
  ])
  assert.deepEqual(byCode(0, { body: aSmallBody({ exposure: { most: 4, restDays: null } }) }).get('A5'), [
    '每题曝光不超过4次；已用满1题。（A5 将为5）',
  ])
})

test('a mean is told as it would be', () => {
  const breaks = byCode(0, { body: aSmallBody({ difficulty: { least: null, most: 300 } }) })
  assert.deepEqual(breaks.get('A4'), ['平均难度不超过3。（将为3.5）'])
})

test('what was broken before is not charged to a candidate', () => {
  const short = [['A1', 'A2', 'B1']]
  assert.deepEqual(byCode(0, {}, short).get('A4'), [])
  const translated = translate()
  const verdict = checkAssembly(translated.problem, short)
  assert.deepEqual(newBreaks(verdict, verdict, translated.said), [])
})

test('the gain of a candidate is the change of the objective, positive where it is better', () => {
  const gains = new Map(candidatesAt(0).map(each => [each.item.code, each.gain]))
  assert.ok((gains.get('A5') ?? 0) < -900_000, 'one use more costs a million')
  assert.ok(Math.abs(gains.get('A4') ?? 1) < 10_000, 'a turn among equals costs next to nothing')
  const body = aSmallBody({ goal: { kind: 'most-information', abilities: [1000] } })
  const better = new Map(candidatesAt(0, { body }).map(each => [each.item.code, each.gain]))
  assert.equal(better.get('A5'), 0)
})

test('a swap is judged as its candidate was', () => {
  const translated = translate()
  const at = { forms: [one], form: 0, place: 1 }
  for (const candidate of swapCandidates(translated, at))
    assert.deepEqual(swapOutcome(translated, at, candidate.item).breaks, candidate.breaks)
})

test('a candidate without breaks leaves a form that the checker calls sound, at every place', () => {
  const translated = translate()
  fc.assert(
    fc.property(fc.nat(3), fc.nat(20), (place, choice) => {
      const at = { forms: [one], form: 0, place }
      const clean = swapCandidates(translated, at).filter(each => each.breaks.length === 0)
      const chosen = clean[choice % clean.length]
      assert.ok(chosen)
      const verdict = checkAssembly(translated.problem, swapped(at, chosen.item.code))
      assert.ok(verdict.findings.every(finding => finding.holds))
    }),
  )
})

test('only one form changes, at one place', () => {
  const forms = [one, ['A4']]
  assert.deepEqual(swapped({ forms, form: 0, place: 2 }, 'X'), [['A1', 'A2', 'X', 'B1'], ['A4']])
  assert.deepEqual(forms[0], ['A1', 'A2', 'A3', 'B1'])
})
