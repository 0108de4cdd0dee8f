import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { testDatabase, type TestDatabase } from '../../../platform/db/test-database.ts'
import { newId } from '../../../platform/id.ts'
import { listFiles, readFile } from '../actions/attempt-files.ts'
import { installPackage } from '../actions/install-package.ts'
import { type PaperView, addFile, enterPaper, readPaper, startPaper } from '../contract.ts'
import { finishPackage } from '../core/paper/package.ts'
import { DOT, OPENING, SITTING, aPackageWithMaterial } from '../fixtures.ts'
import { type RehearsalHall, type Seated, openRehearsalHall } from './rehearsal-hall.ts'

const sha256 = (text: string) => hash('sha256', text, 'hex')
const paper = aPackageWithMaterial(sha256)
const picture = Buffer.from(DOT.base64, 'base64')
let server: TestDatabase
let hall: RehearsalHall
before(async () => {
  server = await testDatabase()
  hall = await openRehearsalHall(server.database, { paper, opensAt: OPENING, sittingId: SITTING })
})
after(async () => {
  await hall.app.close()
  await server.end()
})

async function running(): Promise<Seated & { token: string }> {
  hall.at(0)
  const seated = await hall.seat()
  const entered = await hall.call(enterPaper, { body: { ticketNumber: seated.ticketNumber, entryCode: seated.entryCode } })
  const { token } = entered.body as { token: string }
  assert.equal((await hall.call(startPaper, { ...seated, token, body: { startRef: newId() } })).status, 200)
  return { ...seated, token }
}

type Sent = { readonly itemId?: string; readonly name?: string; readonly bytes?: Buffer; readonly token?: string }
async function send(
  who: Seated & { token: string },
  { itemId = 'item-f1', name = '图.png', bytes = picture, token = who.token }: Sent = {},
) {
  const form = new FormData()
  form.append('itemId', itemId)
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  const packed = new Response(form)
  const reply = await hall.app.inject({
    method: 'POST',
    url: addFile.path.replace(':attemptId', who.attemptId),
    headers: { authorization: `Bearer ${token}`, 'content-type': packed.headers.get('content-type') ?? '' },
    payload: Buffer.from(await packed.arrayBuffer()),
  })
  const body = JSON.parse(reply.body) as { sha256?: string; mediaType?: string; name?: string; bytes?: number; error?: { code: string } }
  return { status: reply.statusCode, code: body.error?.code ?? null, body }
}

test('a file is kept under its SHA-256, named by what it is, and the same again changes nothing', async () => {
  const who = await running()
  const taken = await send(who)
  assert.deepEqual(taken.body, { name: '图.png', mediaType: 'image/png', bytes: picture.length, sha256: DOT.media })
  assert.equal((await send(who)).status, 200)
  const csv = await send(who, { name: '数据.csv', bytes: Buffer.from('渠道,花费\n搜索,120') })
  assert.equal(csv.body.mediaType, 'text/csv')
  const kept = await hall.inTx(tx => listFiles(tx, who))
  assert.deepEqual(kept.map(file => [file.name, file.itemId]).toSorted(), [
    ['图.png', 'item-f1'],
    ['数据.csv', 'item-f1'],
  ])
  const read = await hall.inTx((tx, ctx) => readFile(tx, ctx, { ...who, itemId: 'item-f1', sha256: DOT.media }))
  assert.ok(read.ok && read.value.content.equals(picture))
  const foreign = await hall.inTx((tx, ctx) => readFile(tx, ctx, { ...who, itemId: 'item-s1', sha256: DOT.media }))
  assert.equal(!foreign.ok && foreign.refusal.code, 'file-unknown')
})

test('another kind of file, too much of it, or a file for another item is refused and not kept', async () => {
  const who = await running()
  const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(60)])
  assert.equal((await send(who, { name: '图.png', bytes: zip })).code, 'file-type-refused')
  assert.equal((await send(who, { bytes: Buffer.concat([picture, Buffer.alloc(5000)]) })).code, 'file-too-large')
  assert.equal((await send(who, { itemId: 'item-s1' })).code, 'item-takes-no-file')
  assert.equal((await send(who, { itemId: 'item-of-another-paper' })).code, 'item-takes-no-file')
  assert.deepEqual(await hall.inTx(tx => listFiles(tx, who)), [])
})

test('only the holder of a running attempt adds files, and not after the last saves are taken', async () => {
  const who = await running()
  const other = await running()
  assert.deepEqual([(await send(who, { token: other.token })).status, (await send(who, { token: 'x' })).code], [401, 'token-refused'])
  hall.at(101)
  assert.equal((await send(who)).code, 'time-is-up')
  hall.at(0)
  const ready = await hall.seat()
  const entered = await hall.call(enterPaper, { body: { ticketNumber: ready.ticketNumber, entryCode: ready.entryCode } })
  assert.equal((await send({ ...ready, token: (entered.body as { token: string }).token })).code, 'not-started')
})

test('a paper brings its material and its pictures, and a picture with other bytes is not installed', async () => {
  const who = await running()
  const view: PaperView = (await hall.call(readPaper, who)).body
  assert.deepEqual([view.media, view.stimuli], [paper.media, paper.stimuli])
  assert.equal(view.sections.flatMap(section => section.items).filter(item => item.stimulusId === 'material-1').length, 2)
  const { digest: _, ...body } = { ...paper, packageId: newId(), media: [{ ...DOT, base64: 'AAAA' }] }
  const forged = await hall.inTx((tx, ctx) => installPackage(tx, ctx, finishPackage(body, sha256)))
  assert.equal(!forged.ok && forged.refusal.code, 'package-invalid')
})
