import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Endpoint } from '../../../../kernel/endpoint.ts'
import { HALL_ACTS, type HallAct } from '../hall/duties.ts'
import { deliveryRefusals } from '../refusals.ts'
import * as centre from './centre-endpoints.ts'
import * as drill from './drill-endpoints.ts'
import * as hall from './hall-endpoints.ts'
import * as late from './late-endpoints.ts'
import * as papers from './package-endpoints.ts'
import * as peer from './peer-endpoints.ts'
import * as results from './result-endpoints.ts'
import * as seb from './seb-endpoints.ts'

const ENDPOINTS = Object.entries(hall) as unknown as readonly (readonly [string, Endpoint])[]
/** Codes that every module may answer with; their texts stand outside of this module. */
const GENERAL = new Set(['not-found', 'too-many-requests', 'wrong-state', 'not-permitted', 'not-signed-in'])
/** Acts that may need two: their endpoints have to say so. */
const BY_TWO: Readonly<Record<string, HallAct>> = {
  creditAtHall: 'credit',
  decideCredit: 'credit',
  resumeHall: 'resume',
  stopHall: 'stop',
  recordMalpractice: 'malpractice',
}

describe('the endpoints of a hall', () => {
  test('each has a path of its own, under the hall', () => {
    const paths = ENDPOINTS.map(([, one]) => `${one.method} ${one.path.replace(/:\w+/g, ':')}`)
    assert.equal(new Set(paths).size, paths.length)
    for (const [name, one] of ENDPOINTS) assert.match(one.path, /^\/api\/delivery\/hall\//, name)
  })

  test('every refusal they name has its text', () => {
    for (const [name, one] of ENDPOINTS)
      for (const code of one.refusals) assert.ok(GENERAL.has(code) || code in deliveryRefusals, `${name}: ${code}`)
  })

  test('the parts of a path are the parts of its parameters', () => {
    for (const [name, one] of ENDPOINTS) {
      const inPath = [...one.path.matchAll(/:(\w+)/g)].map(found => found[1])
      const shape = (one.params as { shape?: object } | undefined)?.shape ?? {}
      assert.deepEqual(Object.keys(shape).toSorted(), inPath.toSorted(), name)
    }
  })

  test('what changes something is a POST that carries what it does; what reads is a GET', () => {
    for (const [name, one] of ENDPOINTS) {
      const reads = /^(read|follow|look)/.test(name)
      assert.equal(one.method, reads ? 'GET' : 'POST', name)
      if (one.method === 'POST' && name !== 'signOutOfHall') assert.ok(one.body, name)
    }
  })

  test('an act that may need two says how the second person can be refused', () => {
    for (const [name, one] of ENDPOINTS) {
      const asks = ['second-person-needed', 'second-person-refused', 'staff-locked'].every(code => one.refusals.includes(code))
      const act = BY_TWO[name]
      assert.equal(asks, act !== undefined || name === 'armSite', name)
      if (act) assert.notEqual(HALL_ACTS[act].second, 'never', name)
    }
  })

  test('everything that writes into a sitting can find it closed, unless it only puts something on record', () => {
    const free = ['recordAtHall', 'settleHelpCall']
    for (const [name, one] of ENDPOINTS)
      if (one.method === 'POST' && one.path.includes(':sittingId'))
        assert.equal(one.refusals.includes('sitting-closed'), !free.includes(name), name)
  })
})

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'replies' in value && 'path' in value
const MODULES: Readonly<Record<string, unknown>> = { ...hall, ...late, ...seb, ...drill, ...papers, ...results, ...peer, ...centre }
const ALL = Object.entries(MODULES).flatMap(([name, value]) => (isEndpoint(value) ? [[name, value] as const] : []))

describe('every endpoint of the module', () => {
  test('has an address of its own, told apart whatever its parts are', () => {
    const paths = ALL.map(([, one]) => `${one.method} ${one.path.replace(/:\w+/g, ':')}`)
    assert.equal(new Set(paths).size, paths.length)
  })

  test('takes exactly the parts that stand in its path', () => {
    for (const [name, one] of ALL) {
      const inPath = [...one.path.matchAll(/:(\w+)/g)].map(found => found[1])
      const shape = (one.params as { shape?: object } | undefined)?.shape ?? {}
      assert.deepEqual(Object.keys(shape).toSorted(), inPath.toSorted(), name)
    }
  })

  test('says what it does in a line, and reads without a body', () => {
    for (const [name, one] of ALL) {
      assert.ok(one.summary.length > 10 && one.summary.length < 160, name)
      if (one.method === 'GET') assert.equal(one.body, undefined, name)
    }
  })

  test('names each refusal once', () => {
    for (const [name, one] of ALL) assert.equal(new Set(one.refusals).size, one.refusals.length, name)
  })
})

describe('what needs two persons', () => {
  const byTwo = ['decideLateEvents', 'unlockAtHall', 'allowWithoutSeb', 'confirmDrillStep', 'certifyReadiness']
  test('can be refused for the want of the second one, and takes the second one’s credentials', () => {
    for (const name of byTwo) {
      const one = ALL.find(([each]) => each === name)?.[1] ?? assert.fail(name)
      for (const code of [
        'second-person-needed',
        'second-person-same',
        'second-person-lacks-duty',
        'second-person-refused',
        'staff-locked',
      ])
        assert.ok(one.refusals.includes(code), `${name}: ${code}`)
      assert.ok('witness' in ((one.body as { shape?: object } | undefined)?.shape ?? {}), name)
    }
  })

  test('is sent once for each act where something in a sitting changes', () => {
    for (const name of ['decideLateEvents', 'unlockAtHall', 'allowWithoutSeb']) {
      const one = ALL.find(([each]) => each === name)?.[1] ?? assert.fail(name)
      assert.ok('actId' in ((one.body as { shape?: object } | undefined)?.shape ?? {}), name)
    }
  })
})

describe('what is sent by hand', () => {
  const accepts = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) => schema.safeParse(value).success
  const actId = '0b7f7a52-4a3e-4b0e-9f6d-2f5f0f6d1a11'
  test('a decision about late work names it, says take or leave, and gives one of the reasons', () => {
    const good = { actId, take: true, places: '1.2-3', reason: 'network', note: '断网' }
    assert.ok(accepts(late.LateDecisionInput, good))
    for (const bad of [{ take: 'yes' }, { reason: 'tea' }, { places: 7 }, { actId: 'x' }, { note: '长'.repeat(501) }, { more: 1 }])
      assert.equal(accepts(late.LateDecisionInput, { ...good, ...bad }), false, JSON.stringify(bad))
  })

  test('an exception from the browser is given with words, never without', () => {
    const good = { actId, reason: '浏览器反复退出，已换机仍不行。' }
    assert.ok(accepts(seb.ByTwoWithReason, good))
    for (const bad of [{ reason: '' }, { reason: ' x ' }, { reason: '长'.repeat(501) }, { actId: '' }])
      assert.equal(accepts(seb.ByTwoWithReason, { ...good, ...bad }), false, JSON.stringify(bad))
  })

  test('a step of the drill takes whole numbers and one of three acts', () => {
    assert.deepEqual(drill.DrillStepInput.parse({ act: 'begin' }), { act: 'begin', witness: null, values: [], spokenKey: null, note: '' })
    const value = (number: unknown) => ({ act: 'confirm', values: [{ measureId: 'battery', value: number }] })
    assert.deepEqual(
      [30, 0, -1, 1.5, '30', 1_000_001].map(number => accepts(drill.DrillStepInput, value(number))),
      [true, true, false, false, false, false],
    )
    assert.equal(accepts(drill.DrillStepInput, { act: 'undo' }), false)
    assert.deepEqual(drill.RunDrillInput.parse({}), { fresh: false, seconds: 60 })
    for (const seconds of [0, 601, 1.5]) assert.equal(accepts(drill.RunDrillInput, { seconds }), false)
  })
})
