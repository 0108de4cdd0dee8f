import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hundredths } from '../../../../kernel/marks.ts'
import { type BankItem, IMPORTANCES, liesIn } from '../../../item-bank/contract.ts'
import { aBankItem } from '../../../item-bank/fixtures.ts'
import { NOW, aSmallBody, anOrder, bankFactsOf } from '../../fixtures.ts'
import type { BlueprintBody } from '../blueprint/blueprint.ts'
import { checkAssembly } from '../check/check-assembly.ts'
import { informationAt } from '../problem/irt.ts'
import { placedItem } from '../pool/item-irt.ts'
import type { TranslationOrder } from './order.ts'
import { problemOf } from './problem-of.ts'

const DAY = 86_400_000
type Bounds = { readonly least: number | null; readonly most: number | null }
const within = (amount: number, { least, most }: Bounds) => (least === null || amount >= least) && (most === null || amount <= most)
const marksOf = (items: readonly BankItem[]) => items.reduce((sum, item) => sum + item.marks, 0)

/** Does a form keep a blueprint? Read off the blueprint line by line, without constraints, conditions or sums of a pool. */
function keeps(order: TranslationOrder, form: readonly BankItem[]): boolean {
  const { body } = order
  const codes = form.map(item => item.code)
  return (
    body.areas.every(area => marksOf(form.filter(item => liesIn(item.area, area.path))) === area.marks) &&
    keepsTypes(body, form) &&
    keepsFigures(body, form) &&
    body.importance.every(each => {
      const marks = marksOf(form.filter(item => item.importance === each.importance))
      return within(marks * 10_000, {
        least: each.least === null ? null : each.least * body.total,
        most: each.most === null ? null : each.most * body.total,
      })
    }) &&
    keepsLists(body, codes) &&
    form.every(item => isAllowed(order, item)) &&
    (!body.enemies || form.every(item => (order.facts.enemies.get(item.code) ?? []).every(enemy => !codes.includes(enemy)))) &&
    order.recent.every(earlier => earlier.filter(code => codes.includes(code)).length <= body.overlap.withRecent)
  )
}

function keepsTypes({ types }: BlueprintBody, form: readonly BankItem[]): boolean {
  return types.every(each => {
    const own = form.filter(item => item.type === each.type)
    return within(own.length, each.items) && within(marksOf(own), each.marks)
  })
}

function keepsFigures(body: BlueprintBody, form: readonly BankItem[]): boolean {
  const mean = form.reduce((sum, item) => sum + item.difficulty * 100, 0) / form.length
  const seconds = form.reduce((sum, item) => sum + (item.seconds ?? 0), 0)
  return (
    (body.items === null || within(form.length, body.items)) &&
    (body.difficulty === null || form.length === 0 || within(Math.round(mean * 1e6) / 1e6, body.difficulty)) &&
    (body.seconds === null || within(seconds, body.seconds)) &&
    body.information.every(each => {
      const sum = form.reduce(
        (all, item) => all + Math.round(informationAt(placedItem(item, undefined).irt, each.theta / 1000) * 10_000) / 10,
        0,
      )
      return within(Math.round(sum * 10) / 10, each)
    })
  )
}

function keepsLists({ lists }: BlueprintBody, codes: readonly string[]): boolean {
  return lists.every(list => {
    const found = list.codes.filter(code => codes.includes(code)).length
    if (list.kind === 'exclude') return found === 0
    return list.kind === 'include' ? found === list.codes.length : found === 0 || found === list.codes.length
  })
}

function isAllowed({ body, seen, now }: TranslationOrder, item: BankItem): boolean {
  const { most, restDays } = body.exposure
  const rested = restDays === null || item.lastUsedAt === null || now - item.lastUsedAt >= restDays * DAY
  return !seen.has(item.itemId) && rested && (most === null || item.exposure < most)
}

const item = (code: string, changes: Partial<BankItem>) => aBankItem({ code, ...changes })
const two = { area: ['B', 'x'], type: 'multiple-choice', marks: hundredths(200) } as const
const BANK: readonly BankItem[] = [
  item('A1', { area: ['A'], difficulty: 1, seconds: 30 }),
  item('A2', { area: ['A'], difficulty: 2, seconds: 40, importance: 'Y' }),
  item('A3', { area: ['A'], difficulty: 3, seconds: null, importance: 'Z', exposure: 2 }),
  item('A4', { area: ['A'], difficulty: 5, seconds: 60, lastUsedAt: (NOW - 3 * DAY) as typeof NOW, exposure: 1 }),
  item('A5', { area: ['A', 'deep'], difficulty: 4, type: 'matching', marks: hundredths(200), importance: 'Y' }),
  item('B1', { ...two, difficulty: 2, seconds: 90 }),
  item('B2', { ...two, difficulty: 4, seconds: 20, importance: 'Z', exposure: 3 }),
]
const CODES = BANK.map(each => each.code)

const bounds = (most: number) =>
  fc
    .record({ least: fc.option(fc.nat(most), { freq: 1 }), most: fc.option(fc.nat(most), { freq: 1 }) })
    .filter(({ least, most: top }) => (least ?? 0) <= (top ?? most))
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const some = fc.subarray(CODES, { minLength: 1, maxLength: 3 })
const anyBody: fc.Arbitrary<Partial<BlueprintBody>> = fc.record({
  items: maybe(bounds(6)),
  difficulty: maybe(bounds(4).map(({ least, most }) => ({ least: least && least * 100, most: most === null ? null : 100 + most * 100 }))),
  seconds: maybe(bounds(250)),
  importance: fc.subarray([...IMPORTANCES]).chain(all =>
    fc.tuple(
      ...all.map(importance =>
        bounds(10).map(each => ({
          importance,
          least: each.least && each.least * 1000,
          most: each.most === null ? null : each.most * 1000,
        })),
      ),
    ),
  ),
  information: bounds(900).map(each => [{ theta: 500, ...each }]),
  lists: fc.array(fc.record({ kind: fc.constantFrom('include', 'exclude', 'all-or-none'), codes: some }), { maxLength: 2 }),
  exposure: fc.record({ most: maybe(fc.integer({ min: 1, max: 4 })), restDays: maybe(fc.integer({ min: 1, max: 5 })) }),
  enemies: fc.boolean(),
  overlap: fc.record({ betweenForms: fc.constant(null), recentForms: fc.constant(2), withRecent: fc.nat(2) }),
})

/** Forms that bring the marks of both areas. */
const WHOLE = CODES.flatMap(a => CODES.flatMap(b => CODES.map(c => [...new Set([a, b, c])])))
  .flatMap(part => ['B1', 'B2'].map(code => [...new Set([...part, code])]))
  .filter(codes =>
    aSmallBody().areas.every(
      area => marksOf(BANK.filter(each => codes.includes(each.code) && liesIn(each.area, area.path))) === area.marks,
    ),
  )

test('over random blueprints every choice of items is judged as a plain reading of the blueprint judges it', () => {
  const enemies = new Map([
    ['A1', ['A2']],
    ['A2', ['A1']],
  ])
  let kept = 0
  fc.assert(
    fc.property(
      anyBody,
      fc.oneof(fc.constantFrom(...WHOLE), fc.subarray(CODES)),
      fc.array(some, { maxLength: 2 }),
      fc.subarray(CODES, { maxLength: 1 }),
      (change, form, recent, seen) => {
        const order = anOrder(BANK, {
          body: aSmallBody(change),
          facts: bankFactsOf(BANK, { enemies }),
          recent,
          seen: new Set(BANK.filter(each => seen.includes(each.code)).map(each => each.itemId as string)),
        })
        const { problem } = problemOf(order)
        const holds = checkAssembly(problem, [form]).findings.every(finding => finding.holds)
        const items = form.flatMap(code => BANK.find(each => each.code === code) ?? [])
        assert.equal(holds, keeps(order, items), JSON.stringify({ change, form, recent, seen }))
        if (holds) kept += 1
      },
    ),
    { numRuns: 1500 },
  )
  assert.ok(kept > 0, 'some choices keep their blueprint, or this looks for nothing')
})
