import assert from 'node:assert/strict'
import { hash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { plusMinutes } from '../../../kernel/instant.ts'
import type { Ports } from '../../../platform/context.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { type Client, openClient } from '../../../platform/http/client.ts'
import { createServer } from '../../../platform/http/server.ts'
import { newId } from '../../../platform/id.ts'
import { sha256Hex } from '../../../platform/sealing/derive.ts'
import { newSigningKey, publicKeyOf } from '../../../platform/sealing/signing-keys.ts'
import { testContext, testPorts } from '../../../platform/test-context.ts'
import { centreIdentity, centreKeys } from '../actions/record/centre-identity.ts'
import { readSittingRecord } from '../actions/record/build-result.ts'
import { ingestResult } from '../actions/record/ingest-result.ts'
import { recordDigests } from '../actions/record/record-digests.ts'
import { type PlainResult, encryptResult, openResult } from '../actions/record/result-file.ts'
import { takeResultFile } from '../actions/record/take-result-file.ts'
import { recordArmingEvidence } from '../actions/hall/site.ts'
import { installPackage } from '../actions/install-package.ts'
import { attemptResponses } from '../actions/attempt-responses.ts'
import { resultFile } from '../actions/site/place.ts'
import { sendResult } from '../actions/site/send-result.ts'
import { signAsPeer } from '../actions/site/peer-word.ts'
import {
  PART_BYTES,
  type UploadClaim,
  addFile,
  armSite,
  claimText,
  closeAndBuildResult,
  completeResultUpload,
  downloadResult,
  openPapersAtSite,
  openResultUpload,
  purgeSitting,
  putResultPart,
  readResults,
  recordMalpractice,
  saveEvents,
  statementText,
  takeReceipt,
  writeKeyText,
} from '../contract.ts'
import { deliveryRefusals } from '../core/refusals.ts'
import type { ResultEnvelope } from '../core/record/result-file.ts'
import { OPENING, PACKAGE, SITE_PACKAGE, SITTING, aPackageWithMaterial } from '../fixtures.ts'
import { PASS } from './rehearsal-site.test.ts'
import { SITE_CODE, type SealedSite, openSealedSite, sendFile } from './rehearsal-sealed.test.ts'
import { resultRoutes } from './result-routes.ts'

const paper = aPackageWithMaterial(text => hash('sha256', text, 'hex'), PACKAGE)
const KEEP_DAYS = 30
const DAY = 24 * 60
const servers: TestDatabase[] = []
const closers: (() => Promise<unknown>)[] = []
let centrePorts: Ports
let made: SealedSite
let resultId: string
const works: { token: string; attemptId: string }[] = []

after(async () => {
  for (const close of closers) await close()
  for (const server of servers) await server.end()
  rmSync(made.folder, { recursive: true, force: true })
})

async function aDatabase() {
  const server = await testDatabase()
  servers.push(server)
  return server.database
}

/** A centre with a database of its own that knows the site, and with the keys of the one centre there is. */
async function aCentre({ withPaper = true, siteKey = made.keys.signing.publicKey as string | null } = {}) {
  const database = await aDatabase()
  const ports: Ports = { ...centrePorts, database }
  const ctx = testContext(ports, { kind: 'system', job: 'test' }, plusMinutes(OPENING, 300))
  if (withPaper) await database.transact(tx => installPackage(tx, ctx, paper))
  const sites = { signingKeyOf: async (_tx: unknown, code: string) => (code === SITE_CODE ? siteKey : null), keepDays: KEEP_DAYS }
  const app = await createServer({
    routes: resultRoutes(sites).map(route => ({ ...route, limit: undefined })),
    refusals: deliveryRefusals,
    ports: { ...ports, clock: { ...ports.clock, now: () => plusMinutes(OPENING, 300) } },
    actorOf: async () => ({ kind: 'public' }),
    ready: async () => true,
  })
  closers.push(() => app.close())
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return { database, ports, app, ctx, address, client: openClient(address) }
}
type Centre = Awaited<ReturnType<typeof aCentre>>

const respond = (seq: number, itemId: string, optionId: string) => ({
  seq,
  itemId,
  kind: 'respond',
  value: { version: 1, optionId },
  clientMs: seq,
})
const save = (n: number, events: readonly unknown[]) =>
  made.site.call(saveEvents, { token: works[n]?.token ?? '', params: { attemptId: works[n]?.attemptId ?? '' }, body: { epoch: 1, events } })
const build = (changes: { as?: string; passPhrase?: string | null; witness?: string; pass?: string } = {}) =>
  made.site.call(closeAndBuildResult, {
    as: changes.as ?? 'manager',
    body: {
      actId: newId(),
      passPhrase: changes.passPhrase === undefined ? PASS : changes.passPhrase,
      witness: { staffId: changes.witness ?? 'engineer', passPhrase: changes.pass ?? PASS },
    },
  })
const stateAt = async (database: Centre['database']) =>
  recordDigests.stateDigestOf(
    await database.transact(tx => readSittingRecord(tx, { sittingId: SITTING, siteCode: SITE_CODE, engine: '0.1.0' })),
  )

before(async () => {
  centrePorts = testPorts(await aDatabase())
  made = await openSealedSite(await aDatabase(), { centre: await centreKeys(centrePorts.keys), papers: [paper] })
  const { site } = made
  site.at(-3000)
  assert.ok((await made.importFile(await made.seal('real.zhpkg'))).ok)
  for (const kind of ['drill', 'timeline'])
    await site.inTx((tx, ctx) => recordArmingEvidence(tx, ctx, { kind, passed: true, validUntil: null, note: '' }))
  site.at(-20)
  const opened = await site.call(openPapersAtSite, {
    as: 'manager',
    params: { sitePackageId: SITE_PACKAGE },
    body: { spokenKey: writeKeyText(made.openingKey), second: { staffId: 'engineer', passPhrase: PASS } },
  })
  assert.equal(opened.status, 200, JSON.stringify(opened.body))
  assert.equal((await site.call(armSite, { as: 'manager', body: {} })).status, 200)
  site.at(1)
  for (const n of [1, 2]) works.push(await site.working(n))
  assert.equal((await save(0, [respond(1, 'item-s1', 'option-1-0'), respond(2, 'item-s2', 'option-2-1')])).status, 200)
  const { token = '', attemptId = '' } = works[0] ?? {}
  const added = await addCsv(token, attemptId)
  assert.equal(added.statusCode, 200, added.body)
  const malpractice = {
    candidateRef: 'candidate-2',
    reason: 'whispering',
    note: '',
    stop: false,
    witness: { staffId: 'keeper-2', passPhrase: PASS },
  }
  const noted = await site.call(recordMalpractice, { as: 'keeper-1', body: { actId: newId(), ...malpractice } })
  assert.equal(noted.status, 200, JSON.stringify(noted.body))
})

async function addCsv(token: string, attemptId: string) {
  const edge = 'edge'
  const part = (head: string, body: string) => `--${edge}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`
  const file = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n销售额,1\r\n\r\n--${edge}--\r\n`
  return made.site.app.inject({
    method: 'POST',
    url: addFile.path.replace(':attemptId', attemptId),
    headers: { authorization: `Bearer ${token}`, 'content-type': `multipart/form-data; boundary=${edge}` },
    payload: part('name="itemId"', 'item-f1') + file,
  })
}

describe('a result package is made', () => {
  test('not while somebody works, not by one person, not by the wrong ones, not with a wrong pass phrase', async () => {
    assert.equal((await build()).code, 'still-working')
    made.site.at(150)
    assert.equal((await build({ witness: 'keeper-1' })).code, 'second-person-lacks-duty')
    assert.equal((await build({ witness: 'manager' })).code, 'second-person-same')
    assert.equal((await build({ pass: '别的口令' })).code, 'second-person-refused')
    assert.equal((await build({ passPhrase: '别的口令' })).code, 'signing-pass-phrase')
    assert.equal((await build({ passPhrase: null })).code, 'signing-pass-phrase')
    assert.equal((await build({ as: 'keeper-1' })).status, 403)
    assert.equal(existsSync(join(made.folder, 'results')), false)
  })

  test('by manager and engineer: closed, signed, sealed; again without a change it is the same one', async () => {
    const first = await build()
    assert.equal(first.status, 200, JSON.stringify(first.body))
    const body = first.body as {
      resultId: string
      root: string
      attempts: number
      events: number
      byteLength: number
      sha256: string
      signers: string[]
    }
    resultId = body.resultId
    const file = readFileSync(resultFile(made.folder, resultId))
    assert.deepEqual([body.attempts, body.events, body.byteLength, body.sha256], [4, 2, file.length, sha256Hex(file)])
    assert.deepEqual(body.signers, ['server-1', 'site-manager'])
    assert.deepEqual((await build()).body, first.body)
    assert.deepEqual(
      (await build({ as: 'engineer', passPhrase: null, witness: 'manager' })).body,
      first.body,
      'signed in the other way round',
    )
    assert.equal(readdirSync(join(made.folder, 'results')).length, 1)
    const listed = await made.site.call(readResults, { as: 'keeper-1' })
    const { ledger } = listed.body as { ledger: { to: string; sums: boolean; before: number; after: number }[] }
    assert.ok(ledger.length === 5 && ledger.every(arrow => arrow.sums), JSON.stringify(ledger))
    assert.deepEqual(
      ledger.map(arrow => [arrow.to, arrow.before, arrow.after]),
      [
        ['checked-in', 4, 2],
        ['started', 2, 2],
        ['acknowledged', 2, 1],
        ['ended', 1, 1],
        ['in-package', 4, 4],
      ],
    )
  })

  test('the file is carried away by those who may, and opens for the centre alone', async () => {
    const url = downloadResult.path.replace(':sittingId', SITTING).replace(':resultId', resultId)
    const { cookie } = await signInAs('engineer')
    const reply = await made.site.app.inject({ method: 'GET', url, headers: { cookie } })
    assert.equal(reply.statusCode, 200)
    assert.match(String(reply.headers['content-disposition']), /91012001-.*\.zhresult$/)
    assert.deepEqual(reply.rawPayload, readFileSync(resultFile(made.folder, resultId)))
    const keeper = await signInAs('keeper-1')
    assert.equal((await made.site.app.inject({ method: 'GET', url, headers: { cookie: keeper.cookie } })).statusCode, 403)
    const identity = centreIdentity(testPorts(made.site.ports.database).keys)
    const other = await openResult(Readable.from([reply.rawPayload]), identity, {
      onRecord: async () => assert.fail(),
      onFile: async () => {},
    })
    assert.equal(other.ok ? '' : other.refusal.code, 'result-not-ours')
    for (const word of ['option-1-0', '销售额']) assert.equal(reply.rawPayload.includes(word), false)
  })
})

async function signInAs(staffId: string) {
  const reply = await made.site.app.inject({ method: 'POST', url: '/api/delivery/hall/sign-ins', payload: { staffId, passPhrase: PASS } })
  return { cookie: `zh_signin=${reply.cookies.find(one => one.name === 'zh_signin')?.value ?? ''}` }
}

const sending = (client: Client, changes: Partial<Parameters<typeof sendResult>[1]> = {}) =>
  sendResult(client, { path: resultFile(made.folder, resultId), sittingId: SITTING, keys: made.keys, ...changes })

describe('a result goes home', () => {
  test('the package alone rebuilds the identical state in an empty database, with files, hall and late events; the receipt is signed', async () => {
    const centre = await aCentre()
    const sent = await sending(centre.client)
    assert.ok(sent.ok, JSON.stringify(sent))
    assert.equal(await stateAt(centre.database), await stateAt(made.site.ports.database))
    for (const { attemptId } of works) {
      const place = { sittingId: SITTING, attemptId } as never
      const [here, there] = [
        await made.site.inTx(tx => attemptResponses(tx, place)),
        await centre.database.transact(tx => attemptResponses(tx, place)),
      ]
      assert.deepEqual(there, here)
    }
    const record = await centre.database.transact(tx => readSittingRecord(tx, { sittingId: SITTING, siteCode: SITE_CODE, engine: '0.1.0' }))
    assert.equal(record.incidents.hall?.malpractice.length, 1)
    const file = record.attempts.flatMap(one => one.files)[0] ?? assert.fail('no file')
    assert.equal((await centre.ports.files.get(file.sha256)).toString(), '销售额,1\r\n')
    assert.deepEqual(await sending(centre.client), sent, 'sent again, it gives the same receipt')
  })

  test('from a stick it goes in without an upload', async () => {
    const centre = await aCentre()
    const taken = await takeResultFile(centre.ctx, {
      sealed: Readable.from([readFileSync(resultFile(made.folder, resultId))]),
      identity: centreIdentity(centrePorts.keys),
      siteCode: SITE_CODE,
      sittingId: null,
      siteKey: made.keys.signing.publicKey,
      keepDays: KEEP_DAYS,
      ingest: ingestResult,
    })
    assert.ok(taken.ok, JSON.stringify(taken))
    assert.equal(await stateAt(centre.database), await stateAt(made.site.ports.database))
  })

  test('not to a centre that does not know the site, or its paper', async () => {
    const stranger = await sending((await aCentre({ siteKey: null })).client)
    assert.equal(stranger.ok ? '' : stranger.refusal.code, 'site-unknown')
    const other = await sending((await aCentre({ siteKey: newSigningKey().publicKey })).client)
    assert.equal(other.ok ? '' : other.refusal.code, 'upload-unsigned')
    const paperless = await aCentre({ withPaper: false })
    const sent = await sending(paperless.client)
    assert.equal(sent.ok ? '' : sent.refusal.code, 'package-unknown')
    assert.equal(
      (await paperless.database.transact(tx => readSittingRecord(tx, { sittingId: SITTING, siteCode: SITE_CODE, engine: '0.1.0' })))
        .attempts.length,
      0,
    )
  })
})

/** A large file that the centre can only refuse in the end: it is about the way of the parts. */
function aLargeClaim(bytes: Buffer): { claim: UploadClaim; signature: string } {
  const claim = {
    format: 'zhiheng-result-upload' as const,
    version: 1 as const,
    siteCode: SITE_CODE,
    sittingId: SITTING,
    bytes: bytes.length,
    sha256: sha256Hex(bytes),
  }
  return { claim, signature: made.keys.signing.sign(claimText(claim)) }
}

describe('an upload', () => {
  const bytes = randomBytes(2 * PART_BYTES + 1000)
  const partOf = (n: number) => Buffer.from(bytes.subarray((n - 1) * PART_BYTES, n * PART_BYTES))
  const put = (centre: Centre, uploadId: string, part: number, { payload = partOf(part), sha256 = sha256Hex(payload) } = {}) =>
    sendFile(centre, putResultPart, { bytes: payload, fields: { sha256 }, params: { uploadId, part: String(part) } })

  test('goes on where it was cut, also at a centre that was started again; parts may come twice and in any order', async () => {
    const centre = await aCentre()
    const open = async (client: Client) => {
      const opened = await client.call(openResultUpload, { body: aLargeClaim(bytes) })
      assert.ok(opened.ok, JSON.stringify(opened))
      return opened.value
    }
    const { uploadId, parts, received } = await open(centre.client)
    assert.deepEqual([parts, received], [3, []])
    assert.equal((await put(centre, uploadId, 3)).status, 200)
    await centre.app.close()
    const again = await createServer({
      routes: resultRoutes({ signingKeyOf: async () => made.keys.signing.publicKey, keepDays: KEEP_DAYS }).map(route => ({
        ...route,
        limit: undefined,
      })),
      refusals: deliveryRefusals,
      ports: centre.ports,
      actorOf: async () => ({ kind: 'public' }),
      ready: async () => true,
    })
    closers.push(() => again.close())
    const later: Centre = { ...centre, app: again, client: openClient(await again.listen({ port: 0, host: '127.0.0.1' })) }
    const resumed = await open(later.client)
    assert.deepEqual([resumed.uploadId, resumed.received], [uploadId, [3]])
    const early = await later.client.call(completeResultUpload, { params: { uploadId }, body: {} })
    assert.deepEqual(early.ok ? null : [early.refusal.code, early.refusal.facts], ['upload-parts-missing', { count: 2 }])
    assert.equal((await put(later, uploadId, 1)).status, 200)
    assert.equal((await put(later, uploadId, 1)).status, 200, 'a part that comes twice changes nothing')
    assert.deepEqual(((await put(later, uploadId, 2)).body as { received: number[] }).received, [1, 2, 3])
    const whole = await later.client.call(completeResultUpload, { params: { uploadId }, body: {} })
    assert.equal(whole.ok ? '' : whole.refusal.code, 'result-not-ours', 'it has arrived whole, and is no result of ours')
  })

  test('keeps no part that is damaged, too long, foreign or another than before, and says which', async () => {
    const centre = await aCentre()
    const opened = await centre.client.call(openResultUpload, { body: aLargeClaim(bytes) })
    const uploadId = opened.ok ? opened.value.uploadId : ''
    assert.equal((await put(centre, uploadId, 1, { sha256: '0'.repeat(64) })).code, 'upload-part-digest')
    assert.equal((await put(centre, uploadId, 3, { payload: partOf(1) })).code, 'upload-part-length')
    assert.equal((await put(centre, uploadId, 4, { payload: partOf(1) })).code, 'upload-unknown')
    assert.equal((await put(centre, newId(), 1)).code, 'upload-unknown')
    assert.equal((await put(centre, uploadId, 2)).status, 200)
    assert.equal((await put(centre, uploadId, 2, { payload: partOf(1) })).code, 'upload-part-differs')
    const whole = await centre.client.call(openResultUpload, { body: aLargeClaim(bytes) })
    assert.deepEqual(whole.ok && whole.value.received, [2])
  })

  test('of a file that is another than was claimed is refused and begins anew', async () => {
    const centre = await aCentre()
    const { claim } = aLargeClaim(bytes)
    const lied = { ...claim, sha256: 'a'.repeat(64) }
    const body = { claim: lied, signature: made.keys.signing.sign(claimText(lied)) }
    const opened = await centre.client.call(openResultUpload, { body })
    const uploadId = opened.ok ? opened.value.uploadId : ''
    for (const part of [1, 2, 3]) assert.equal((await put(centre, uploadId, part)).status, 200)
    const whole = await centre.client.call(completeResultUpload, { params: { uploadId }, body: {} })
    assert.equal(whole.ok ? '' : whole.refusal.code, 'upload-digest')
    const again = await centre.client.call(openResultUpload, { body })
    assert.deepEqual(again.ok && again.value.received, [])
  })

  test('is sent on after a part was damaged and the line broke, without sending what is there', async () => {
    const centre = await aCentre()
    let [calls, broken] = [0, 0]
    const shaky: Client = {
      file: centre.client.file,
      call: async (endpoint, input) => {
        if ((endpoint as unknown) === putResultPart) {
          calls += 1
          if (calls === 2) throw new TypeError('fetch failed')
          if (calls === 1) {
            broken += 1
            const file = (input as { file: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> } }).file
            const spoilt = Uint8Array.from(file.bytes)
            spoilt[0] = (spoilt[0] ?? 0) ^ 1
            return centre.client.call(endpoint, { ...input, file: { ...file, bytes: spoilt } } as typeof input)
          }
        }
        return centre.client.call(endpoint, input)
      },
    }
    const sent = await sending(shaky)
    assert.ok(sent.ok, JSON.stringify(sent))
    assert.deepEqual([calls, broken], [3, 1])
  })
})

/** The result opened with the key of the centre, changed, and sealed anew: what somebody could do who has that key and not the signers'. */
async function tampered(
  change: (plain: { envelope: ResultEnvelope; lines: string[] }) => { envelope: ResultEnvelope; lines: string[] },
): Promise<string> {
  const identity = centreIdentity(centrePorts.keys)
  const files = new Map<string, Buffer>()
  let plain: { envelope: ResultEnvelope; lines: string[] } | null = null
  const read = await openResult(Readable.from([readFileSync(resultFile(made.folder, resultId))]), identity, {
    onRecord: async (envelope, lines) => ({ ok: true, value: (plain = { envelope, lines: [...lines] }) }),
    onFile: async bytes => void files.set(sha256Hex(bytes), bytes),
  })
  assert.ok(read.ok && plain !== null)
  const path = join(made.folder, `${newId()}.zhresult`)
  const result: PlainResult = { ...change(read.value), file: async sha256 => files.get(sha256) ?? assert.fail() }
  const { recipient } = await centreKeys(centrePorts.keys)
  await encryptResult(result, recipient, path)
  return path
}

describe('what does not enter the centre', () => {
  const refusal = async (path: string, centre: Centre) => {
    const sent = await sending(centre.client, { path })
    return sent.ok ? 'ok' : sent.refusal.code
  }

  test('a line that was altered, exchanged, dropped or doubled; a foreign signature; a missing file; another sitting or site', async () => {
    const centre = await aCentre()
    const lines = (change: (all: string[]) => string[]) =>
      tampered(({ envelope, lines: all }) => ({ envelope: recount(envelope, change(all)), lines: change(all) }))
    const recount = (envelope: ResultEnvelope, all: readonly string[]) => ({
      ...envelope,
      statement: { ...envelope.statement, lines: all.length },
    })
    const bare = (change: (all: string[]) => string[]) => tampered(({ envelope, lines: all }) => ({ envelope, lines: change(all) }))
    const words = (change: (one: ResultEnvelope['words'][number]) => ResultEnvelope['words'][number]) =>
      tampered(({ envelope, lines: all }) => ({ envelope: { ...envelope, words: envelope.words.map(change) }, lines: all }))
    const forger = newSigningKey()
    const tries: readonly (readonly [path: string, code: string])[] = [
      [await tampered(plain => plain), 'ok'],
      [await bare(all => all.map(line => line.replace('option-1-0', 'option-1-1'))), 'result-altered'],
      [await bare(all => all.with(1, all[2] ?? '').with(2, all[1] ?? '')), 'result-altered'],
      [await bare(all => all.with(2, all[1] ?? '')), 'result-altered'],
      [await lines(all => all.toSpliced(1, 1)), 'result-unsigned'],
      [await bare(all => all.toSpliced(1, 1)), 'result-altered'],
      [await words(one => (one.signer === 'site-manager' ? { ...one, publicKey: forger.publicKey } : one)), 'result-key-unsworn'],
      [await words(one => ({ ...one, signature: forger.sign('something') })), 'result-unsigned'],
      [
        await tampered(({ envelope, lines: all }) => ({
          envelope: { ...envelope, words: envelope.words.filter(one => one.signer !== 'site-manager') },
          lines: all,
        })),
        'result-unsigned',
      ],
      [await tampered(({ envelope, lines: all }) => ({ envelope: { ...envelope, files: [] }, lines: all })), 'result-file-missing'],
    ]
    for (const [path, code] of tries.slice(1)) {
      assert.equal(await refusal(path, centre), code)
      const rows = await centre.database.transact(tx => readSittingRecord(tx, { sittingId: SITTING, siteCode: SITE_CODE, engine: '0.1.0' }))
      assert.equal(rows.attempts.length, 0, 'nothing of it stays')
    }
    assert.equal(await refusal(tries[0]?.[0] ?? '', centre), 'ok')
    const noted = await centre.database.transact(tx =>
      tx.query({ text: "select facts from audit_entry where type = 'result-refused' order by seq", values: [] }),
    )
    assert.deepEqual(
      noted.rows.map(row => (row['facts'] as { why: string }).why),
      tries.slice(1).map(([, code]) => code),
    )
  })

  test('a file of a candidate that is not what was signed, and a package that was cut short or is something else', async () => {
    const centre = await aCentre()
    const good = readFileSync(resultFile(made.folder, resultId))
    const cut = join(made.folder, 'cut.zhresult')
    writeFileSync(cut, good.subarray(0, good.length - 30))
    assert.equal(await refusal(cut, centre), 'result-not-ours')
    const swapped = join(made.folder, 'swapped.zhresult')
    const { recipient } = await centreKeys(centrePorts.keys)
    await reseal(swapped, recipient)
    assert.equal(await refusal(swapped, centre), 'result-not-one')
  })

  async function reseal(path: string, recipient: string) {
    let plain: { envelope: ResultEnvelope; lines: readonly string[] } | null = null
    const read = await openResult(Readable.from([readFileSync(resultFile(made.folder, resultId))]), centreIdentity(centrePorts.keys), {
      onRecord: async (envelope, lines) => ({ ok: true, value: (plain = { envelope, lines }) }),
      onFile: async () => {},
    })
    assert.ok(read.ok && plain)
    await encryptResult({ ...read.value, file: async () => Buffer.from('另一个文件,2\r\n') }, recipient, path)
  }

  test('the result of another site, sent under its own enrolment', async () => {
    const centre = await aCentre()
    const taken = await takeResultFile(centre.ctx, {
      sealed: Readable.from([readFileSync(resultFile(made.folder, resultId))]),
      identity: centreIdentity(centrePorts.keys),
      siteCode: '31010001',
      sittingId: SITTING,
      siteKey: made.keys.signing.publicKey,
      keepDays: KEEP_DAYS,
      ingest: ingestResult,
    })
    assert.deepEqual(taken.ok ? null : taken.refusal, { code: 'result-of-another-site', facts: { site: SITE_CODE } })
  })
})

describe('the peer', () => {
  test('signs what stands with it too, and nothing else', async () => {
    const statement = (await made.site.inTx(tx => tx.query({ text: 'select statement from result_package', values: [] }))).rows[0]?.[
      'statement'
    ] as ResultEnvelope['statement']
    const peer = { ...made.place, name: 'B' as const }
    const ports: Ports = { ...testPorts(made.site.ports.database), database: made.site.ports.database }
    const word = await signAsPeer(testContext(ports), peer, statement)
    assert.ok(word.ok)
    assert.equal(word.value.signer, 'server-2')
    assert.equal(word.value.publicKey, publicKeyOf(ports.keys.publicKey))
    const other = await signAsPeer(testContext(ports), peer, { ...statement, stateDigest: 'b'.repeat(64) })
    assert.equal(other.ok ? '' : other.refusal.code, 'result-differs')
    assert.match(statementText(statement), /^zhiheng result 1\n/)
  })
})

describe('the site lets go', () => {
  const purge = (as = 'manager', witness = 'engineer') =>
    made.site.call(purgeSitting, { as, body: { actId: newId(), witness: { staffId: witness, passPhrase: PASS } } })
  const give = (receipt: string, id = resultId) =>
    made.site.call(takeReceipt, { as: 'engineer', params: { resultId: id }, body: { actId: newId(), receipt } })

  test('of nothing without a receipt of the centre for exactly this, its date, and two persons', async () => {
    assert.equal((await purge()).code, 'purge-without-receipt')
    const centre = await aCentre()
    const sent = await sending(centre.client)
    assert.ok(sent.ok)
    assert.equal((await give('{}')).code, 'receipt-not-one')
    assert.equal((await give(sent.value.replace('"siteCode": "91012001"', '"siteCode": "91012002"'))).code, 'purge-without-receipt')
    assert.equal((await give(sent.value, newId())).code, 'not-found')
    const taken = await give(sent.value)
    assert.equal(taken.status, 200, JSON.stringify(taken.body))
    assert.deepEqual((await give(sent.value)).body, taken.body)
    assert.equal((await purge()).code, 'purge-too-early')
    made.site.at(300 + KEEP_DAYS * DAY - 1)
    assert.equal((await purge()).code, 'purge-too-early')
    made.site.at(300 + KEEP_DAYS * DAY)
    assert.equal((await purge('manager', 'keeper-1')).code, 'second-person-lacks-duty')
    assert.equal((await purge('manager', 'manager')).code, 'second-person-same')
    assert.equal((await purge('keeper-1')).status, 403)
  })

  test('of nothing while something stands there that the centre has not got', async () => {
    const late = await save(0, [respond(3, 'item-s1', 'option-1-3')])
    assert.equal(late.status, 200, JSON.stringify(late.body))
    assert.equal((await purge()).code, 'purge-receipt-differs')
    await made.site.inTx(tx => tx.query({ text: 'delete from response_event where late', values: [] }))
    await made.site.inTx(tx => tx.query({ text: 'update attempt_epoch set stored_through = 2 where stored_through = 3', values: [] }))
  })

  test('of everything then; what happened, the receipt and the audit log stay', async () => {
    const files = () => readdirSync(join(made.folder), { recursive: true }).filter(name => /zhpkg$|zhresult$/.test(String(name)))
    const purged = await purge()
    assert.equal(purged.status, 200, JSON.stringify(purged.body))
    const gone = purged.body as { attempts: number; files: number }
    assert.deepEqual([gone.attempts, gone.files], [4, 3], 'one of a candidate, the form, the paper')
    for (const table of [
      'attempt',
      'attempt_epoch',
      'response_event',
      'response',
      'attempt_file',
      'incident',
      'hall_candidate',
      'malpractice_record',
      'sealed_form',
    ]) {
      const left = await made.site.inTx(tx => tx.query({ text: `select count(*)::int as n from ${table}`, values: [] }))
      assert.equal(left.rows[0]?.['n'], 0, table)
    }
    assert.ok(!files().some(name => String(name).startsWith('packages') || String(name).startsWith('results')))
    const audit = await made.site.inTx(tx =>
      tx.query({ text: "select count(*)::int as n from audit_entry where type = 'attempt-prepared'", values: [] }),
    )
    assert.equal(audit.rows[0]?.['n'], 4)
    const again = await purge()
    assert.deepEqual(again.body, { ...(purged.body as object), attempts: 0, files: 0 })
    assert.equal((await build()).code, 'purged-already')
    assert.notEqual((await made.site.call(readResults, { as: 'manager' })).body['receipt'], null)
  })
})
