import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { plusMinutes } from '../../../../kernel/instant.ts'
import { OPENING, SITE_PACKAGE } from '../../fixtures.ts'
import { certificateLines } from './certificate-lines.ts'
import { type DrillValue, certifyDrill } from './certificate.ts'
import { drillRefusals } from './drill-refusals.ts'
import { type StepRecord, allSteps, joinValues, maySkip, openFaults, stepFaults, stepOf } from './drill-steps.ts'
import { DRILL_SCRIPT } from './script.ts'

const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) => (result.ok ? 'ok' : result.refusal.code)
const valuesOf = (stepId: string): DrillValue[] =>
  (stepOf(stepId)?.measures ?? []).map(({ measureId, limit }) => ({ stepId, measureId, value: limit }))
const record = (stepId: string, change: Partial<StepRecord> = {}): StepRecord => ({
  stepId,
  state: 'confirmed',
  beganAt: OPENING,
  values: valuesOf(stepId),
  note: '',
  doneBy: 'person:engineer',
  witness: 'manager',
  doneAt: plusMinutes(OPENING, 5),
  ...change,
})
const done = DRILL_SCRIPT.map(step => record(step.stepId))

describe('who measures what', () => {
  test('people never enter what the server measures, and the server knows nothing of what people see', () => {
    const by = (who: string) =>
      DRILL_SCRIPT.flatMap(step => step.measures.filter(one => one.by === who).map(one => `${step.stepId}.${one.measureId}`))
    assert.deepEqual(by('people'), [
      'server-swap.interruption',
      'seat-swap.until-typing',
      'seat-swap.retyped',
      'power.battery',
      'power.until-resumed',
    ])
    assert.deepEqual(by('server'), [
      'load.seats-filled',
      'load.save-p99',
      'load.start-p99',
      'load.lost',
      'server-swap.lost',
      'key-by-voice.until-open',
      'stick-upload.until-written',
    ])
  })

  test('two persons answer where papers, servers or power are touched', () => {
    assert.deepEqual(
      DRILL_SCRIPT.filter(step => step.byTwo).map(step => step.stepId),
      ['server-swap', 'key-by-voice', 'stick-upload', 'power'],
    )
  })

  const swap = stepOf('server-swap') ?? assert.fail()
  const lost = { stepId: 'server-swap', measureId: 'lost', value: 0 }
  const cases: readonly (readonly [string, readonly DrillValue[], readonly { measureId: string; value: number }[], string])[] = [
    ['both halves', [lost], [{ measureId: 'interruption', value: 4 }], 'ok'],
    ['nothing from people', [lost], [], 'drill-values-missing'],
    ['nothing from the server', [], [{ measureId: 'interruption', value: 4 }], 'drill-values-missing'],
    ['people enter what the server measures', [lost], [{ measureId: 'lost', value: 0 }], 'drill-values-foreign'],
    ['a measure of another step', [lost], [{ measureId: 'battery', value: 40 }], 'drill-values-foreign'],
  ]
  for (const [name, taken, given, code] of cases)
    test(`${name}: ${code}`, () => {
      const joined = joinValues(swap, taken, given)
      assert.equal(codeOf(joined), code)
      if (joined.ok) assert.deepEqual(joined.value, [lost, { stepId: 'server-swap', measureId: 'interruption', value: 4 }])
    })
})

describe('what may be left out', () => {
  test('the swap of a server where there is no second one and the profile asks for none, and nothing else', () => {
    for (const hasPeer of [true, false])
      for (const mayBeAlone of [true, false])
        for (const { stepId } of DRILL_SCRIPT) {
          const may = stepId === 'server-swap' && !hasPeer && mayBeAlone
          assert.equal(codeOf(maySkip(stepId, { hasPeer, mayBeAlone })), may ? 'ok' : 'drill-step-needed', stepId)
        }
  })
})

describe('how far a drill has come', () => {
  test('what was not begun is open, in the order of the script', () => {
    const steps = allSteps([record('power')])
    assert.deepEqual(
      steps.map(step => step.stepId),
      DRILL_SCRIPT.map(step => step.stepId),
    )
    assert.deepEqual([steps[0]?.state, steps.at(-1)?.state], ['open', 'confirmed'])
    assert.equal(openFaults([]).length, DRILL_SCRIPT.length)
  })

  test('measured by the server alone is not done: people have to say so', () => {
    for (const { stepId } of DRILL_SCRIPT) {
      const records = done.map(one => (one.stepId === stepId ? record(stepId, { state: 'measured' }) : one))
      assert.deepEqual(
        openFaults(records).map(fault => fault.path),
        [stepId],
      )
    }
    assert.deepEqual(openFaults(done), [])
  })

  test('a step that missed its limit stands confirmed and in the way, by its own measures only', () => {
    const slow = record('load', { values: valuesOf('load').map(one => (one.measureId === 'save-p99' ? { ...one, value: 151 } : one)) })
    assert.deepEqual(
      stepFaults(slow).map(fault => fault.path),
      ['load.save-p99'],
    )
    assert.deepEqual(stepFaults({ ...slow, state: 'measured' }), [])
    assert.equal(openFaults(done.map(one => (one.stepId === 'load' ? slow : one))).length, 1)
  })

  test('a skipped step is in nobody’s way', () => {
    const alone = done.map(one =>
      one.stepId === 'server-swap' ? record('server-swap', { state: 'skipped', values: [], note: '无第二台服务器' }) : one,
    )
    assert.deepEqual(openFaults(alone), [])
  })
})

describe('the certificate', () => {
  const drill = (skipped: readonly string[]) => ({
    siteCode: '9101',
    siteName: '第一考点',
    sitePackageId: SITE_PACKAGE,
    releaseDigest: 'ab'.repeat(32),
    performedAt: OPENING,
    siteManager: '王负责',
    siteEngineer: '李工',
    values: DRILL_SCRIPT.filter(step => !skipped.includes(step.stepId)).flatMap(step => valuesOf(step.stepId)),
    skipped: [...skipped],
  })
  test('asks for no values of a step that was skipped, and for all of any other', () => {
    assert.equal(codeOf(certifyDrill(drill(['server-swap']))), 'ok')
    const short = drill(['server-swap'])
    assert.equal(codeOf(certifyDrill({ ...short, skipped: [] })), 'drill-failed')
  })

  test('is printed with every step, its figures and limits, both names, and marks to compare', () => {
    const certificate = certifyDrill(drill(['server-swap']))
    assert.ok(certificate.ok)
    const lines = certificateLines(certificate.value, 'x'.repeat(86))
    assert.equal(lines.length, 3 + DRILL_SCRIPT.length + 3)
    const text = lines.join('\n')
    assert.match(text, /考点：第一考点（9101）/)
    assert.match(text, /2026-11-29 08:30　有效期至：2026-12-13 08:30/)
    assert.match(text, /服务器切换：本考点不适用/)
    assert.match(text, /保存用时（p99）150毫秒（不超过150毫秒）/)
    assert.match(text, /备用电源可维持30分钟（不少于30分钟）/)
    assert.match(text, /王负责.*李工/)
    assert.match(text, /签名：xxxxxxxx xxxxxxxx xxxxxxxx xxxxxxxx$/)
  })
})

test('what people are told in a drill says what to do next', () => {
  for (const [code, { zh }] of Object.entries(drillRefusals)) assert.match(zh, /请.*。$/, code)
})
