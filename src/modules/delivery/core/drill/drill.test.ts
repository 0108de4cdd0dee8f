import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { plusMinutes } from '../../../../kernel/instant.ts'
import { OPENING, SITE_PACKAGE } from '../../fixtures.ts'
import { drillRefusals } from './drill-refusals.ts'
import { type CertificateFacts, certificateFault } from './certificate-fault.ts'
import { type Drill, type DrillValue, ReadinessCertificate, certificateText, drillFaults, isFresh, certifyDrill } from './certificate.ts'
import { DRILL_SCRIPT } from './script.ts'

const RELEASE = 'a'.repeat(64)
const DAY = 24 * 60
/** Every measure exactly at its limit. */
const atLimit: DrillValue[] = DRILL_SCRIPT.flatMap(step =>
  step.measures.map(({ measureId, limit }) => ({ stepId: step.stepId, measureId, value: limit })),
)
const drill = (changes: Partial<Drill> = {}): Drill => ({
  siteCode: '9101',
  siteName: '第一考点',
  sitePackageId: SITE_PACKAGE,
  releaseDigest: RELEASE,
  performedAt: OPENING,
  siteManager: '王负责',
  siteEngineer: '李工',
  values: atLimit,
  skipped: [],
  ...changes,
})
const issued = () => {
  const certificate = certifyDrill(drill())
  assert.ok(certificate.ok)
  return certificate.value
}

describe('the script', () => {
  test('has the steps of the design, each with a measure and told in both languages', () => {
    assert.deepEqual(
      DRILL_SCRIPT.map(step => step.stepId),
      ['load', 'server-swap', 'seat-swap', 'key-by-voice', 'stick-upload', 'power'],
    )
    for (const step of DRILL_SCRIPT) {
      assert.ok(step.measures.length > 0)
      assert.match(step.task.zh, /。$/)
      assert.match(step.task.en, /\.$/)
    }
  })

  test('names no measure of a step twice', () => {
    const names = DRILL_SCRIPT.flatMap(step => step.measures.map(measure => `${step.stepId}.${measure.measureId}`))
    assert.equal(new Set(names).size, names.length)
  })
})

describe('a drill', () => {
  test('at every limit passes and gives a certificate of fourteen days', () => {
    const certificate = issued()
    assert.equal(certificate.validUntil, plusMinutes(OPENING, 14 * DAY))
    assert.deepEqual(ReadinessCertificate.parse(JSON.parse(JSON.stringify(certificate))), certificate)
  })

  test('fails by each single measure that is beyond its limit, and says which and by how much', () => {
    for (const step of DRILL_SCRIPT)
      for (const measure of step.measures) {
        const worse = measure.limit + (measure.kind === 'at-most' ? 1 : -1)
        const values = atLimit.map(one =>
          one.stepId === step.stepId && one.measureId === measure.measureId ? { ...one, value: worse } : one,
        )
        const faults = drillFaults(values)
        assert.deepEqual(
          faults.map(one => one.path),
          [`${step.stepId}.${measure.measureId}`],
        )
        assert.match(faults[0]?.zh ?? '', new RegExp(`为${worse}.*不得(超过|少于)${measure.limit}`))
      }
  })

  test('fails by each single measure that was not taken', () => {
    for (const left of atLimit) assert.equal(drillFaults(atLimit.filter(one => one !== left)).length, 1)
    assert.equal(drillFaults([]).length, atLimit.length)
  })

  test('counts a measure that was taken twice by its worse value', () => {
    const again = [
      ...atLimit,
      { stepId: 'seat-swap', measureId: 'until-typing', value: 61 },
      { stepId: 'power', measureId: 'battery', value: 29 },
    ]
    assert.deepEqual(
      drillFaults(again).map(one => one.path),
      ['seat-swap.until-typing', 'power.battery'],
    )
  })

  test('gives no certificate when it failed, or when one person did both duties', () => {
    const failed = certifyDrill(drill({ values: atLimit.slice(1) }))
    assert.equal(!failed.ok && failed.refusal.code, 'drill-failed')
    const alone = certifyDrill(drill({ siteEngineer: ' 王负责 ' }))
    assert.equal(!alone.ok && alone.refusal.code, 'second-person-needed')
  })

  test('has one text to be signed, and every change changes it', () => {
    const certificate = issued()
    assert.equal(certificateText(certificate), certificateText({ ...certificate }))
    assert.notEqual(certificateText(certificate), certificateText({ ...certificate, siteCode: '9102' }))
    assert.notEqual(certificateText(certificate), certificateText({ ...certificate, validUntil: plusMinutes(certificate.validUntil, 1) }))
  })
})

describe('a certificate', () => {
  const asked = { siteCode: '9101', releaseDigest: RELEASE, now: OPENING }
  test('holds from the drill until the end of its last minute, for one site and one release', () => {
    const certificate = issued()
    const at = (minutes: number) => isFresh(certificate, { ...asked, now: plusMinutes(OPENING, minutes) })
    assert.deepEqual([at(-1), at(0), at(14 * DAY), at(14 * DAY + 1)], [false, true, true, false])
    assert.equal(isFresh(certificate, { ...asked, siteCode: '9102' }), false)
    assert.equal(isFresh(certificate, { ...asked, releaseDigest: 'b'.repeat(64) }), false)
  })
})

describe('what stands against a certificate', () => {
  const facts = (): CertificateFacts => ({
    siteCode: '9101',
    releaseDigest: RELEASE,
    now: plusMinutes(OPENING, 60),
    certificate: issued(),
  })
  const saidOf = (changes: Partial<CertificateFacts>) => certificateFault({ ...facts(), ...changes })?.zh ?? null

  test('is nothing while it is fresh, of this site and of this release', () => assert.equal(saidOf({}), null))

  test('is one thing, with what to do about it', () => {
    const said = [
      saidOf({ certificate: null }),
      saidOf({ now: plusMinutes(OPENING, 15 * DAY) }),
      saidOf({ siteCode: '9102' }),
      saidOf({ releaseDigest: 'b'.repeat(64) }),
    ]
    assert.equal(new Set(said).size, said.length)
    for (const one of said) assert.match(one ?? '', /请.*。$/)
  })

  test('is refused in words of the catalogue', () => assert.match(drillRefusals['drill-failed']?.zh ?? '', /\{count\}.*。$/))
})
