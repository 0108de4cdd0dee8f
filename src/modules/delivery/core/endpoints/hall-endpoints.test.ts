import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Endpoint } from '../../../../kernel/endpoint.ts'
import { HALL_ACTS, type HallAct } from '../hall/duties.ts'
import { deliveryRefusals } from '../refusals.ts'
import * as hall from './hall-endpoints.ts'

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
