import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { type Client, openClient } from '../../../platform/http/client.ts'
import { createServer } from '../../../platform/http/server.ts'
import { newId } from '../../../platform/id.ts'
import { sha256Hex } from '../../../platform/sealing/derive.ts'
import { newSigningKey } from '../../../platform/sealing/signing-keys.ts'
import { readSittingRecord } from '../actions/record/build-result.ts'
import { centreIdentity, centreKeys } from '../actions/record/centre-identity.ts'
import { ingestResult } from '../actions/record/ingest-result.ts'
import { type PlainResult, encryptResult, openResult } from '../actions/record/result-file.ts'
import { takeResultFile } from '../actions/record/take-result-file.ts'
import { resultFile } from '../actions/site/place.ts'
import { PART_BYTES, type UploadClaim, claimText, completeResultUpload, openResultUpload, putResultPart } from '../contract.ts'
import type { ResultEnvelope } from '../core/record/result-file.ts'
import { deliveryRefusals } from '../core/refusals.ts'
import { SITTING } from '../fixtures.ts'
import { type Centre, KEEP_DAYS, type WorkedSitting, openWorkedSitting } from './rehearsal-result.test.ts'
import { SITE_CODE, type SealedSite, sendFile } from './rehearsal-sealed.test.ts'
import { resultRoutes } from './result-routes.ts'

let world: WorkedSitting
let made: SealedSite
let resultId: string

const aCentre: WorkedSitting['aCentre'] = how => world.aCentre(how)
const sending = (client: Client, how: { readonly path?: string } = {}) => world.sending(client, resultId, how.path)
before(async () => {
  world = await openWorkedSitting()
  made = world.made
  made.site.at(150)
  const built = await world.build()
  assert.equal(built.status, 200, JSON.stringify(built.body))
  resultId = (built.body as { resultId: string }).resultId
})
after(() => world.end())

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
    after(() => again.close())
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
  const identity = centreIdentity(world.centrePorts.keys)
  const files = new Map<string, Buffer>()
  let plain: { envelope: ResultEnvelope; lines: string[] } | null = null
  const read = await openResult(Readable.from([readFileSync(resultFile(made.folder, resultId))]), identity, {
    onRecord: async (envelope, lines) => ({ ok: true, value: (plain = { envelope, lines: [...lines] }) }),
    onFile: async bytes => void files.set(sha256Hex(bytes), bytes),
  })
  assert.ok(read.ok && plain !== null)
  const path = join(made.folder, `${newId()}.zhresult`)
  const result: PlainResult = { ...change(read.value), file: async sha256 => files.get(sha256) ?? assert.fail() }
  const { recipient } = await centreKeys(world.centrePorts.keys)
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
    const { recipient } = await centreKeys(world.centrePorts.keys)
    await reseal(swapped, recipient)
    assert.equal(await refusal(swapped, centre), 'result-not-one')
  })

  async function reseal(path: string, recipient: string) {
    let plain: { envelope: ResultEnvelope; lines: readonly string[] } | null = null
    const read = await openResult(
      Readable.from([readFileSync(resultFile(made.folder, resultId))]),
      centreIdentity(world.centrePorts.keys),
      {
        onRecord: async (envelope, lines) => ({ ok: true, value: (plain = { envelope, lines }) }),
        onFile: async () => {},
      },
    )
    assert.ok(read.ok && plain)
    await encryptResult({ ...read.value, file: async () => Buffer.from('另一个文件,2\r\n') }, recipient, path)
  }

  test('the result of another site, sent under its own enrolment', async () => {
    const centre = await aCentre()
    const taken = await takeResultFile(centre.ctx, {
      sealed: Readable.from([readFileSync(resultFile(made.folder, resultId))]),
      identity: centreIdentity(world.centrePorts.keys),
      siteCode: '31010001',
      sittingId: SITTING,
      siteKey: made.keys.signing.publicKey,
      keepDays: KEEP_DAYS,
      ingest: ingestResult,
    })
    assert.deepEqual(taken.ok ? null : taken.refusal, { code: 'result-of-another-site', facts: { site: SITE_CODE } })
  })
})
