import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Instant, instantOf, plusMinutes } from '../../../../kernel/instant.ts'
import { ceremonyScript, SCRIPT } from './script.ts'
import { mayOrderSealing, SEALING_STATES, sealingOfSite, STALE_AFTER_MS } from './sealing.ts'
import { isReady, readinessFindings, type SiteReadiness } from './site-readiness.ts'

const NOW = instantOf('2026-12-20T09:00:00+08:00')
const session = { arrangedAt: NOW, code: '2026-12' }
const codeOf = (result: ReturnType<typeof mayOrderSealing>) => (result.ok ? 'ok' : result.refusal.code)

test('packages are sealed for an arranged session, one sealing after the other; a dead run does not block', () => {
  assert.equal(codeOf(mayOrderSealing(session, [], NOW)), 'ok')
  assert.equal(codeOf(mayOrderSealing({ ...session, arrangedAt: null }, [], NOW)), 'session-not-arranged')
  const moved = (ago: number): Instant => (NOW - ago) as Instant
  for (const state of SEALING_STATES) {
    const blocks = state === 'running' || state === 'finishing'
    assert.equal(codeOf(mayOrderSealing(session, [{ state, touchedAt: moved(1000) }], NOW)), blocks ? 'sealing-running' : 'ok', state)
    assert.equal(codeOf(mayOrderSealing(session, [{ state, touchedAt: moved(STALE_AFTER_MS) }], NOW)), 'ok', state)
  }
})

test('a site plays the last package sealed for it; a rehearsal and an unfinished sealing never count', () => {
  const one = (number: number, over: object = {}) => ({ number, state: 'sealed' as const, rehearsal: false, sites: ['a', 'b'], ...over })
  const all = [one(1), one(2, { sites: ['a'] }), one(3, { rehearsal: true }), one(4, { state: 'to-sign' }), one(5, { sites: ['c'] })]
  const of = (siteCode: string, rehearsal = false) => sealingOfSite(all, { siteCode, rehearsal })?.number
  assert.deepEqual([of('a'), of('b'), of('c'), of('d'), of('a', true)], [2, 1, 5, undefined, 3])
  assert.equal(sealingOfSite(all.toReversed(), { siteCode: 'a', rehearsal: false })?.number, 2)
})

const whole: SiteReadiness = {
  enrolled: true,
  candidates: 12,
  staff: [
    { duties: ['site-manager'], hasPass: true },
    { duties: ['site-engineer'], hasPass: true },
    { duties: ['invigilator'], hasPass: true },
  ],
}
const missing = (over: Partial<SiteReadiness>) => readinessFindings({ ...whole, ...over }).map(one => one.code)

test('a site is ready when its keys are compared, people sit there, and two persons can open', () => {
  assert.deepEqual(readinessFindings(whole), [])
  assert.deepEqual(missing({ enrolled: false }), ['not-enrolled'])
  assert.deepEqual(missing({ candidates: 0 }), ['nobody-seated'])
  assert.deepEqual(missing({ staff: [] }), ['no-site-manager', 'no-site-engineer'])
  assert.deepEqual(missing({ staff: whole.staff.filter(one => !one.duties.includes('site-engineer')) }), ['no-site-engineer'])
})

test('a pass phrase that is missing counts as a person that is missing, and one person with both duties is not two', () => {
  const passless = whole.staff.map(one => ({ ...one, hasPass: !one.duties.includes('site-manager') }))
  assert.deepEqual(missing({ staff: passless }), ['no-site-manager', 'staff-without-pass'])
  assert.deepEqual(missing({ staff: [{ duties: ['site-manager', 'site-engineer'], hasPass: true }] }), ['no-site-engineer'])
  const both = { duties: ['site-manager', 'site-engineer'] as const, hasPass: true }
  assert.deepEqual(missing({ staff: [both, { duties: ['site-engineer'], hasPass: true }] }), [])
  assert.deepEqual(missing({ staff: [both, both] }), [])
})

test('an invigilator without a pass phrase is told and stands in nobody’s way', () => {
  const findings = readinessFindings({ ...whole, staff: [...whole.staff, { duties: ['invigilator'], hasPass: false }] })
  assert.deepEqual(findings, [{ code: 'staff-without-pass', inTheWay: false, count: 1 }])
  assert.equal(isReady(findings), true)
  assert.equal(isReady(readinessFindings({ ...whole, enrolled: false })), false)
})

test('the script says what was done, when and by whom, in the order of the ceremony', () => {
  const at = (minutes: number) => plusMinutes(NOW, minutes)
  const sealing = { orderedAt: at(0), orderedBy: 'o', sealedAt: null, handedOutAt: null, handedOutBy: null, state: 'to-sign' as const }
  const custodians = [
    { personId: 'c1', takenAt: at(9) },
    { personId: 'c2', takenAt: null },
  ]
  const seals = [{ personId: 's1', at: at(2) }]
  const lines = ceremonyScript({ sealing, madeAt: at(1), seals, custodians })
  assert.deepEqual(
    lines.map(line => line.step),
    SCRIPT,
  )
  assert.deepEqual(
    lines.map(line => line.done),
    [true, true, true, false, false, false, false],
  )
  assert.deepEqual(
    lines.find(line => line.step === 'first-seal'),
    { step: 'first-seal', done: true, at: at(2), by: ['s1'] },
  )
  assert.deepEqual(
    lines.find(line => line.step === 'shares'),
    { step: 'shares', done: false, at: null, by: ['c1'] },
  )
  const done = ceremonyScript({
    sealing: { ...sealing, state: 'sealed', sealedAt: at(4), handedOutAt: at(20), handedOutBy: 'h' },
    madeAt: at(1),
    seals: [...seals, { personId: 's2', at: at(3) }],
    custodians: custodians.map((one, n) => ({ ...one, takenAt: at(10 - n) })),
  })
  assert.ok(done.every(line => line.done))
  assert.deepEqual(
    done.find(line => line.step === 'shares'),
    { step: 'shares', done: true, at: at(10), by: ['c1', 'c2'] },
  )
  assert.deepEqual(done.at(-1), { step: 'join', done: true, at: at(20), by: ['h'] })
})
