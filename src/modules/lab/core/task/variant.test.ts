import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sha256 } from '../app/stage.test.ts'
import { isWorkday, parseWorldTime, timeText } from '../world/calendar.ts'
import type { Json } from '../world/canonical.ts'
import { ScenarioDocument, TaskDocument } from './document-schema.ts'
import { type Params, VariantFault, bare, instantiate, paramsOf, variantOf, withCheckDigit } from './variant.ts'

const scenario = ScenarioDocument.parse({
  scenario: 'corner-shop',
  version: 3,
  start: '2026-09-28 09:00',
  horizonDays: 30,
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workdays: ['2026-10-10'],
  personas: [{ id: 'clerk', name: '王芳', kind: '业务员', apps: ['desk', 'mail'] }],
  persona: 'clerk',
  apps: { desk: { docs: [{ name: '规定', text: '每箱 {{box}} 件' }] }, mail: { domain: '$domain', quota: '=$box * 1000' } },
  agents: [
    {
      id: 'customer.a',
      name: '客户',
      app: 'mail',
      policy: 'correspondent',
      params: { who: '{{firm.name}}' },
      secret: { most: '=$box + 1' },
    },
  ],
  costs: { 'mail.send': 60 },
})

const written = {
  task: 'L4-98',
  version: 2,
  title: '装箱',
  level: 'L4',
  kind: '实验题',
  workContent: '网络使用',
  claims: ['装箱'],
  minutes: 5,
  scenario: 'corner-shop@3',
  brief: '每箱 {{box}} 件，{{firm.name}}要 {{$box * 2}} 件，写 {{actual.n}} 不变',
  checks: [{ id: 'a', pts: 1, say: '甲', never: 'mail.sent()' }],
  reference: [{ 'desk.task.submit': {} }],
  mistakes: ['一', '二', '三'].map(name => ({ name, score: 0 })),
}
const taskWith = (params: object, require?: string): TaskDocument =>
  TaskDocument.parse({ ...written, params, ...(require === undefined ? {} : { require }) })
const drawn = (params: object, seed: string, require?: string): Params => paramsOf(taskWith(params, require), scenario, seed, sha256)
const SEEDS = Array.from({ length: 120 }, (_, i) => `seed-${i}`)
const values = (param: object): unknown[] => SEEDS.map(seed => drawn({ x: param }, seed)['x'])
const distinct = (list: readonly unknown[]): string[] => [...new Set(list.map(v => JSON.stringify(v)))].sort()

test('whole numbers lie on their steps and reach both ends', () => {
  const seen = values({ int: [10, 30], step: 5 }) as number[]
  assert.deepEqual(distinct(seen), ['10', '15', '20', '25', '30'])
  assert.deepEqual(distinct(values({ int: [7, 7] })), ['7'])
  fc.assert(
    fc.property(
      fc.integer({ min: -500, max: 500 }),
      fc.nat({ max: 300 }),
      fc.integer({ min: 1, max: 40 }),
      fc.string(),
      (low, width, step, seed) => {
        const x = drawn({ x: { int: [low, low + width], step } }, seed)['x'] as number
        assert.ok(x >= low && x <= low + width && (x - low) % step === 0, `${x} of ${low}..${low + width} by ${step}`)
      },
    ),
    { numRuns: 200 },
  )
})

test('one of several, one of a list that depends on an earlier draw, and several of many', () => {
  assert.deepEqual(distinct(values({ oneOf: ['甲', '乙', { name: '丙' }] })), ['"乙"', '"甲"', '{"name":"丙"}'])
  for (const seed of SEEDS) {
    const { low, list } = drawn({ low: { int: [1, 3] }, list: { pick: '[$low, $low * 10]' } }, seed)
    assert.ok(list === low || list === Number(low) * 10)
  }
  for (const picked of values({ pickN: ['a', 'b', 'c', 'd'], n: 2 }) as string[][]) {
    assert.equal(new Set(picked).size, 2)
    assert.ok(picked.every(p => ['a', 'b', 'c', 'd'].includes(p)))
  }
  assert.equal(distinct(values({ pickN: ['a', 'b', 'c', 'd'], n: 2 })).length, 12, 'the order is drawn too')
})

test('a shuffle keeps what it shuffles', () => {
  const orders = values({ shuffle: [1, 2, 3] }) as number[][]
  for (const order of orders) assert.deepEqual(order.toSorted(), [1, 2, 3])
  assert.equal(distinct(orders).length, 6)
})

test('days are working days of the scenario, at least so many ahead', () => {
  const days = values({ workday: { after: 2, span: 4 } }) as string[]
  assert.deepEqual(distinct(days), ['"2026-09-30"', '"2026-10-08"', '"2026-10-09"', '"2026-10-10"', '"2026-10-12"'])
  for (const day of days) assert.ok(isWorkday(parseWorldTime(day) ?? assert.fail(day), scenario))
})

test('bar codes carry the prefix of China and a check digit that any single wrong digit breaks', () => {
  for (const code of (values({ gtin: true }) as string[]).slice(0, 30)) {
    assert.match(code, /^690\d{10}$/)
    assert.equal(withCheckDigit(code.slice(0, 12)), code)
    for (let i = 0; i < 12; i++) {
      const other = code.slice(0, i) + String((Number(code[i]) + 1) % 10) + code.slice(i + 1, 12)
      assert.notEqual(withCheckDigit(other), other + code[12])
    }
  }
})

test('an expression sees what was drawn above it', () => {
  for (const seed of SEEDS.slice(0, 20)) {
    const { box, both } = drawn({ box: { int: [2, 9] }, both: { expr: "text($box) + '件'" } }, seed)
    assert.equal(both, `${box}件`)
  }
  assert.throws(() => drawn({ x: { expr: '1 / 0' } }, 's'), new VariantFault('1 / 0：除数为零'))
  assert.throws(() => drawn({ x: { expr: '$later' }, later: { int: [1, 2] } }, 's'), /没有参数“\$later”/)
  assert.throws(() => drawn({ x: { pick: '1' } }, 's'), new VariantFault('没有可选的内容'))
})

test('what a task requires of its parameters holds in every variant, or the writer is told', () => {
  for (const seed of SEEDS) assert.ok(Number(drawn({ a: { int: [1, 9] }, b: { int: [1, 9] } }, seed, '$a < $b')['b']) > 1)
  assert.throws(() => drawn({ a: { int: [1, 9] } }, 's', '$a > 9'), /200 次都没有抽到符合 require 的参数/)
  assert.throws(() => drawn({ a: { int: [1, 9] } }, 's', '$a'), /200 次/, 'a number is no yes')
})

test('one more parameter at the end leaves the luck of all others as it was', () => {
  for (const seed of SEEDS.slice(0, 30)) {
    const few = drawn({ a: { int: [1, 1000] }, b: { oneOf: ['x', 'y', 'z'] } }, seed)
    const more = drawn({ a: { int: [1, 1000] }, b: { oneOf: ['x', 'y', 'z'] }, c: { int: [1, 1000] } }, seed)
    assert.deepEqual([more['a'], more['b']], [few['a'], few['b']])
  }
})

test('a document is filled: `$` and `=` give values, braces give text, all else stays', () => {
  const around = bare({ qty: 3, firm: { name: '清和茶行', tags: ['a', 'b'] }, none: null })
  const cases: readonly (readonly [Json, Json])[] = [
    ['$qty', 3],
    ['$firm.name', '清和茶行'],
    ['$firm.tags', ['a', 'b']],
    ['=$qty * 2 + 1', 7],
    ["='共' + text($qty)", '共3'],
    ['{{qty}} 件', '3 件'],
    ['{{$qty + 1}} 件，{{firm.tags}}', '4 件，a、b'],
    ['{{none}}', '（空）'],
    ['费用 $5', '费用 $5'],
    ['$5', '$5'],
    [7, 7],
    [null, null],
    [true, true],
    [
      ['$qty', { a: '=$qty' }],
      [3, { a: 3 }],
    ],
  ]
  for (const [from, to] of cases) assert.deepEqual(instantiate(from, around), to, JSON.stringify(from))
  assert.throws(() => instantiate('$nix', around), new VariantFault('$nix：没有参数“$nix”'))
  assert.throws(() => instantiate({ deep: ['=1 +'] }, around), new VariantFault('1 +：表达式不完整'))
  assert.equal(instantiate('{{nix}} 件', around), '{{nix}} 件', 'a hole that cannot be filled stays to be seen')
})

test('plain data without signs of the language comes through a filling unchanged', () => {
  const plain = fc.letrec<{ value: Json }>(tie => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.string().filter(text => !/^[$=]|\{\{/.test(text)),
      fc.array(tie('value')),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('value')).map(d => ({ ...d })),
    ),
  })).value
  fc.assert(fc.property(plain, value => assert.deepEqual(instantiate(value, bare({})), value)))
})

const params = {
  box: { int: [5, 9] },
  firm: { oneOf: [{ name: '清和茶行' }, { name: '江畔商贸' }] },
  domain: { expr: "'d' + text($box) + '.lab.test'" },
}
const variantAt = (seed: string, mode: 'final' | 'practice' = 'final') =>
  variantOf({ task: taskWith(params), scenario, seed, mode, sha256, hashes: [] })

test('a variant is a whole world: times, names and agents of the scenario with the parameters in them', () => {
  const { setup, params: own, brief } = variantAt('one')
  const box = Number(own['box'])
  const firm = (own['firm'] as { name: string }).name
  assert.equal(brief, `每箱 ${box} 件，${firm}要 ${box * 2} 件，写 （空） 不变`)
  assert.deepEqual(setup.scenario.apps['desk'], { docs: [{ name: '规定', text: `每箱 ${box} 件` }] })
  assert.deepEqual(setup.scenario.apps['mail'], { domain: `d${box}.lab.test`, quota: box * 1000 })
  assert.deepEqual(setup.scenario.agents[0]?.secret, { hidden: { most: box + 1 } })
  assert.deepEqual(setup.scenario.agents[0]?.params, { who: firm })
  assert.equal(setup.scenario.id, 'corner-shop@3')
  assert.equal(timeText(setup.scenario.start), '2026-09-28 09:00:00')
  assert.equal(setup.scenario.horizon - setup.scenario.start, 30 * 86_400)
  assert.deepEqual(setup.scenario.costs, { 'mail.send': 60 })
})

test('the same seed is the same world in every mode; the mode itself is kept', () => {
  const [final, practice] = [variantAt('two'), variantAt('two', 'practice')]
  assert.deepEqual(final.params, practice.params)
  assert.deepEqual(final.setup.scenario, practice.setup.scenario)
  assert.deepEqual([final.setup.mode, practice.setup.mode], ['final', 'practice'])
  assert.equal(new Set(SEEDS.map(seed => variantAt(seed).setup.id)).size, SEEDS.length)
})

test('a scenario whose beginning is no time is the writer’s fault', () => {
  const broken = { ...scenario, start: '下周一' }
  assert.throws(() => paramsOf(taskWith(params), broken, 's', sha256), new VariantFault('“下周一”不是时间'))
})
