import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { ReplyOf } from '../../../../kernel/endpoint.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { newId } from '../../../../platform/id.ts'
import { hashPassword } from '../../../../platform/password.ts'
import { sha256Hex } from '../../../../platform/sealing/derive.ts'
import { isSignedBy } from '../../../../platform/sealing/signing-keys.ts'
import { openSiteKeys } from '../../../../platform/sealing/site-keys.ts'
import { readinessOf } from '../../actions/drill/readiness.ts'
import { loadOver } from '../../actions/drill/run-drill.ts'
import { setStanding } from '../../actions/drill/standing.ts'
import { installPapers } from '../../actions/hall/install.ts'
import * as door from '../../contract.ts'
import { SealManifest } from '../../core/seal/manifest.ts'

import { OPENING, SITE_PACKAGE, SITTING, aRoster, thePapers } from '../../fixtures.ts'
import { closeHallSitting } from '../../store/hall/hall.ts'
import { putStaged } from '../../store/hall/intake.ts'
import { putResult } from '../../store/hall/results.ts'
import { drillRoutes } from './drill-routes.ts'
import { ARM_BY_TWO, PASS, type RehearsalSite, openRehearsalSite } from '../rehearsal-site.test.ts'

type Drill = ReplyOf<typeof door.readDrill>
type Readiness = ReplyOf<typeof door.readReadiness>
const SITE = '91012001'
const REAL = 'aaaaaaaa-7081-4293-a4b5-c6d7e8f90112'
const OTHER = 'bbbbbbbb-3a52-4d5e-9c7b-1d2e3f4a5b6c'
const KEY = new Uint8Array(16).fill(7)
const sha256 = (text: string) => hash('sha256', text, 'hex')
const MANAGER = { staffId: 'manager', passPhrase: PASS }
const DAY = 24 * 60
let server: TestDatabase
let site: RehearsalSite
let folder: string
let release = 'a'.repeat(64)
let verifier: string
let elapsed = 0
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drill-'))
  server = await testDatabase()
  site = await openRehearsalSite(server.database, [...drillRoutes({ dataFolder: folder, name: 'A', engine: '1.0.0' })])
  verifier = await hashPassword(PASS)
  const keys = await openSiteKeys(folder, SITE)
  setStanding(site.ports.database, {
    get releaseDigest() {
      return release
    },
    signingKey: async () => keys.signing.publicKey,
    diskFreeBytes: async () => 40_000_000_000,
    seatsMeant: 60,
    mayBeAlone: true,
    // a busy machine of a test must not fail a drill
    monotonic: () => (elapsed += 0.01),
    inject: async ({ method, url, headers, ip, body }) => {
      const reply = await site.app.inject({ method, url, headers, remoteAddress: ip, ...(body === undefined ? {} : { payload: body }) })
      return { status: reply.statusCode, body: reply.body }
    },
  })
  site.at(-60)
  await site.install()
})
after(async () => {
  await site.app.close()
  await server.end()
  rmSync(folder, { recursive: true, force: true })
})
const drill = async () => (await site.call(door.readDrill, { as: 'keeper-1' })).body as Drill
const stepOf = async (stepId: string) => (await drill()).steps.find(one => one.stepId === stepId)
const step = (name: string, act: string, more: object = {}, as = 'engineer') =>
  site.call(door.confirmDrillStep, { as, params: { step: name }, body: { act, ...more } })
const readiness = async () => (await site.call(door.readReadiness, { as: 'keeper-1' })).body as Readiness
const certify = (witness: object | null = MANAGER) => site.call(door.certifyReadiness, { as: 'engineer', body: { witness } })

describe('a drill', () => {
  test('is done with an open rehearsal, by engineer or manager', async () => {
    assert.equal((await site.call(door.runDrill, { as: 'engineer', body: {} })).code, 'drill-needs-rehearsal')
    await site.openPapers()
    assert.equal((await site.call(door.runDrill, { as: 'keeper-1', body: {} })).code, 'not-permitted')
    assert.equal((await step('power', 'begin')).code, 'drill-not-begun')
    assert.equal((await certify()).code, 'drill-not-begun')
  })

  test('plays every seat against this server, and finds nothing lost; nobody else sees the hall it played', async () => {
    const clicks = await Promise.all([1, 2].map(() => site.call(door.runDrill, { as: 'engineer', body: { seconds: 1 } })))
    assert.deepEqual(clicks.map(({ status, code }) => code ?? status).toSorted(), [200, 'drill-load-running'])
    assert.equal((await stepOf('load'))?.state, 'running')
    assert.equal((await site.call(door.runDrill, { as: 'engineer', body: {} })).code, 'drill-load-running')
    assert.equal((await step('load', 'confirm')).code, 'drill-load-running')
    await loadOver(site.ports.database)
    const load = await stepOf('load')
    assert.equal(load?.state, 'measured', load?.note)
    const value = (measureId: string) => load?.values.find(one => one.measureId === measureId)?.value
    assert.deepEqual([value('seats-filled'), value('lost')], [100, 0])
    assert.ok((value('save-p99') ?? 0) > 0 && (value('start-p99') ?? 0) > 0)
    const left = await site.ports.database.statement({ text: "select id from attempt where ticket_number like 'DRILL%'", values: [] })
    assert.equal(left.rows.length, 0)
    assert.equal((await step('load', 'confirm', {}, 'keeper-1')).status, 200)
  })

  test('a save that was confirmed and is not in the tables is counted as lost', async () => {
    const cut = setInterval(
      () => void site.ports.database.statement({ text: "delete from response_event where kind = 'mark' and seq = 2", values: [] }),
      20,
    )
    await site.call(door.runDrill, { as: 'engineer', body: { seconds: 1 } })
    await loadOver(site.ports.database)
    clearInterval(cut)
    assert.ok(((await stepOf('load'))?.values.find(one => one.measureId === 'lost')?.value ?? 0) > 0)
    assert.equal((await step('load', 'confirm')).status, 200)
    assert.deepEqual(
      (await stepOf('load'))?.faults.map(fault => fault.path),
      ['load.lost'],
    )
    await site.call(door.runDrill, { as: 'engineer', body: { seconds: 1 } })
    await loadOver(site.ports.database)
    await step('load', 'confirm')
  })

  test('leaves the swap of servers out where there is one server and the profile allows that, by two; nothing else is left out', async () => {
    assert.equal(
      (await step('server-swap', 'confirm', { witness: MANAGER, values: [{ measureId: 'interruption', value: 3 }] })).code,
      'drill-step-not-begun',
    )
    await step('server-swap', 'begin')
    assert.equal(
      (await step('server-swap', 'confirm', { witness: MANAGER, values: [{ measureId: 'interruption', value: 3 }] })).code,
      'drill-peer-not-seen',
    )
    assert.equal((await step('server-swap', 'skip')).code, 'second-person-needed')
    assert.equal((await step('server-swap', 'skip', { witness: MANAGER })).status, 200)
    assert.deepEqual([(await stepOf('server-swap'))?.state, (await stepOf('server-swap'))?.note], ['skipped', '无第二台服务器'])
    assert.equal((await step('power', 'skip', { witness: MANAGER })).code, 'drill-step-needed')
    assert.equal((await step('tea-break', 'begin')).code, 'drill-step-unknown')
  })

  test('people enter what they measured and nothing else', async () => {
    await step('seat-swap', 'begin', {}, 'keeper-1')
    assert.equal(
      (await step('seat-swap', 'confirm', { values: [{ measureId: 'until-typing', value: 41 }] }, 'keeper-1')).code,
      'drill-values-missing',
    )
    const values = [
      { measureId: 'until-typing', value: 41 },
      { measureId: 'retyped', value: 0 },
    ]
    assert.equal(
      (await step('seat-swap', 'confirm', { values: [...values, { measureId: 'save-p99', value: 1 }] }, 'keeper-1')).code,
      'drill-values-foreign',
    )
    assert.equal((await step('seat-swap', 'confirm', { values }, 'keeper-1')).status, 200)
  })

  test('the key that is read out is typed by two and held against the sealed hash; the watch is the server’s', async () => {
    await stagePackage()
    await step('key-by-voice', 'begin')
    site.at(-58)
    const right = door.writeKeyText(KEY)
    assert.equal((await step('key-by-voice', 'confirm', { spokenKey: right })).code, 'second-person-needed')
    const wrong = door.writeKeyText(new Uint8Array(16).fill(8))
    assert.equal((await step('key-by-voice', 'confirm', { witness: MANAGER, spokenKey: wrong })).code, 'drill-key-wrong')
    assert.equal((await step('key-by-voice', 'confirm', { witness: MANAGER, spokenKey: 'ABC' })).code, 'key-length')
    assert.equal((await step('key-by-voice', 'confirm', { witness: MANAGER, spokenKey: right })).status, 200)
    assert.equal((await stepOf('key-by-voice'))?.values[0]?.value, 120)
  })

  test('the result package of the rehearsal is on the disk as its digest says', async () => {
    await step('stick-upload', 'begin')
    assert.equal((await step('stick-upload', 'confirm', { witness: MANAGER })).code, 'drill-result-missing')
    const path = await buildResult()
    writeFileSync(path, 'another file')
    assert.equal((await step('stick-upload', 'confirm', { witness: MANAGER })).code, 'drill-result-missing')
    writeFileSync(path, 'a result')
    assert.equal((await step('stick-upload', 'confirm', { witness: MANAGER })).status, 200)
    assert.equal((await stepOf('stick-upload'))?.values[0]?.value, 60)
  })
})

async function stagePackage(): Promise<void> {
  const manifest = SealManifest.parse({
    format: 'zhiheng-site-package',
    version: 1,
    suite: door.SUITE,
    sitePackageId: SITE_PACKAGE,
    siteCode: SITE,
    title: '演练',
    rehearsal: true,
    sealedAt: OPENING,
    validFrom: OPENING - 86_400_000,
    validUntil: OPENING + 86_400_000,
    engine: { from: '0.0.1', until: '9.0.0' },
    openingKeySha256: sha256Hex(KEY),
    parts: ['roster.age', 'papers.age'].map(name => ({ name, sha256: 'a'.repeat(64), bytes: 10 })),
    papers: [{ packageId: SITE_PACKAGE, digest: 'a'.repeat(64) }],
  })
  const times = { notBefore: manifest.validFrom, notAfter: manifest.validUntil, centre: null, now: OPENING }
  await site.inTx(tx => putStaged(tx, { sitePackageId: SITE_PACKAGE, manifest, manifestDigest: 'x', sittings: [SITTING], ...times }))
}

/** A result package of the rehearsal as the site writes it, a minute after the sitting was closed. */
async function buildResult(): Promise<string> {
  const resultId = newId()
  mkdirSync(join(folder, 'results'), { recursive: true })
  const path = join(folder, 'results', `${resultId}.zhresult`)
  const statement = {
    format: 'zhiheng-result' as const,
    version: 1 as const,
    siteCode: SITE,
    sittingId: SITTING,
    lines: 2,
    root: 'a'.repeat(64),
    stateDigest: 'b'.repeat(64),
    signedAt: OPENING,
    servers: 'one' as const,
  }
  await site.inTx(async (tx, ctx) => {
    await closeHallSitting(tx, SITTING, ctx.now)
    const made = { resultId, root: statement.root, stateDigest: statement.stateDigest, statement, signers: ['server-1', 'site-manager'] }
    await putResult(tx, SITTING, {
      ...made,
      attempts: 4,
      events: 0,
      byteLength: 8,
      sha256: sha256('a result'),
      builtAt: (ctx.now + 60_000) as never,
    })
  })
  return path
}

describe('the certificate', () => {
  test('is refused while a step is open or missed its limit, with everything that is open', async () => {
    const refused = await certify()
    assert.equal(refused.code, 'drill-failed')
    const fields = (refused.body as { error: { fields: { path: string }[] } }).error.fields
    assert.deepEqual(
      fields.map(field => field.path),
      ['power'],
    )
    await step('power', 'begin')
    const low = [
      { measureId: 'battery', value: 29 },
      { measureId: 'until-resumed', value: 100 },
    ]
    await step('power', 'confirm', { witness: MANAGER, values: low })
    assert.equal((await certify()).code, 'drill-failed')
    const good = low.map(one => (one.measureId === 'battery' ? { ...one, value: 45 } : one))
    await step('power', 'begin')
    assert.equal((await step('power', 'confirm', { witness: MANAGER, values: good })).status, 200)
    assert.deepEqual((await drill()).faults, [])
    assert.equal((await certify(null)).code, 'second-person-needed')
    assert.equal((await certify({ staffId: 'keeper-1', passPhrase: PASS })).code, 'second-person-lacks-duty')
    assert.equal((await readiness()).ready, false)
  })

  test('is issued by two under the key of the site, holds fourteen days, and is printed', async () => {
    assert.equal((await certify()).status, 200)
    const { certificate, signature, publicKey, ready, lines } = await readiness()
    assert.ok(certificate && signature && publicKey && ready)
    assert.ok(isSignedBy(publicKey, door.certificateText(certificate as never), signature))
    assert.deepEqual([certificate.siteManager, certificate.siteEngineer, certificate.skipped], ['赵主任', '钱工', ['server-swap']])
    assert.equal(certificate.validUntil - certificate.performedAt, 14 * DAY * 60_000)
    assert.match(lines.join('\n'), /备用电源可维持45分钟.*不少于30分钟/)
  })
})

describe('arming a site for a real date', () => {
  const arm = () => site.call(door.armSite, { as: 'manager', body: ARM_BY_TWO })
  const arming = async () => (await site.call(door.readArming, { as: 'manager' })).body as ReplyOf<typeof door.readArming>
  const verdictOf = async (code: string) => (await arming()).findings.find(one => one.code.startsWith(code))
  const realRoster = (minutesAfter: number): door.SiteRoster => {
    const roster = aRoster(verifier, { rehearsal: false, sitePackageId: REAL })
    const [morning] = roster.sittings
    assert.ok(morning)
    const later = { ...morning, sittingId: OTHER, rules: { ...morning.rules, opensAt: (OPENING + minutesAfter * 60_000) as never } }
    const first = { ...morning, sittingId: REAL }
    const people = (sittingId: string) => roster.candidates.map(one => ({ ...one, sittingId }))
    return { ...roster, sittings: [first, later], candidates: [...people(REAL), ...people(OTHER)] }
  }
  const play = async (roster: door.SiteRoster) => {
    await site.install(roster)
    const done = await site.inTx((tx, ctx) => installPapers(tx, ctx, { ...thePapers(sha256), sitePackageId: roster.sitePackageId }))
    assert.ok(done.ok)
  }

  test('is refused, with the text of each finding, when the next sitting finds its seats taken', async () => {
    await play(realRoster(120))
    const refused = await arm()
    assert.equal(refused.code, 'arming-refused')
    const { fields } = (refused.body as { error: { fields: { path: string; zh: string }[] } }).error
    assert.equal(fields.length, 4, 'every seat that is used twice')
    assert.match(fields[0]?.path ?? '', /^timeline-\d+-next-sitting$/)
    assert.match(fields[0]?.zh ?? '', /机位上一场按计划.*最多冲突\d+分钟/)
    assert.equal((await verdictOf('drill'))?.verdict, 'fulfilled')
    assert.equal((await verdictOf('timeline-1'))?.verdict, 'in-the-way')
  })

  test('is refused with another release, after fourteen days, and with a certificate that somebody touched', async () => {
    await play({
      ...realRoster(300),
      sitePackageId: OTHER,
      sittings: realRoster(300).sittings.map(one => ({ ...one, sittingId: flipped(one.sittingId) })),
      candidates: realRoster(300).candidates.map(one => ({ ...one, sittingId: flipped(one.sittingId) })),
    })
    assert.equal((await arming()).mayArm, true)
    release = 'b'.repeat(64)
    assert.match((await verdictOf('drill'))?.zh ?? '', /软件已更换/)
    release = 'a'.repeat(64)
    site.at(-58 + 14 * DAY + 1)
    const old = await site.inTx((tx, ctx) => readinessOf(tx, ctx, SITE))
    assert.match(old.fault?.zh ?? '', /不在14天有效期内/)
    site.at(-50)
    const touch = (siteManager: string) =>
      site.ports.database.statement({
        text: "update readiness_certificate set content = jsonb_set(content, '{siteManager}', to_jsonb($1::text))",
        values: [siteManager],
      })
    await touch('王某')
    assert.match((await verdictOf('drill'))?.zh ?? '', /签名与本考点的密钥不符/)
    assert.equal((await arm()).code, 'arming-refused')
    await touch('赵主任')
    assert.equal((await arm()).status, 200)
  })
})

const flipped = (id: string): string => `${id.slice(0, 8)}-aaaa${id.slice(13)}`
