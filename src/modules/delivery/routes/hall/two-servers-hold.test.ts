import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { addFile, readArming, readReadiness, readSebAtHall, readStanding, readState, allowWithoutSeb } from '../../contract.ts'
import { newId } from '../../../../platform/id.ts'
import { SITTING } from '../../fixtures.ts'
import { configureSeb } from '../../actions/seb/seb-sitting.ts'
import { spendNonce, insertNonce, insertLock } from '../../store/seb/seb.ts'
import { unlockIntegrity } from '../../actions/seb/unlock-integrity.ts'
import { recordArmingEvidence } from '../../actions/hall/site.ts'
import { linkOf } from '../../actions/hall/peer/link.ts'
import { openPair } from '../../actions/hall/peer/pair.ts'
import { takeFilePart } from '../../actions/hall/peer/take-file.ts'
import type { SealedSite } from '../rehearsal-sealed.test.ts'
import { PASS } from '../rehearsal-site.test.ts'
import { type PairDay, type Work, openPairDay } from './rehearsal-pair-day.test.ts'

let day: PairDay
before(async () => void (day = await openPairDay()))
after(() => day?.end())

const rowsAt = async ({ site }: SealedSite, text: string) => (await site.ports.database.statement({ text, values: [] })).rows
const bothHold = async (text: string) => {
  const [a, b] = [await rowsAt(day.pair.a, text), await rowsAt(day.pair.b, text)]
  assert.ok(a.length > 0, text)
  assert.deepEqual(b, a)
  return a
}

async function add({ site }: SealedSite, { attemptId, token }: Work, { bytes, name = 'a.csv' }: { bytes: Buffer; name?: string }) {
  const form = new FormData()
  form.append('itemId', 'item-f1')
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  const packed = new Response(form)
  const reply = await site.app.inject({
    method: 'POST',
    url: addFile.path.replace(':attemptId', attemptId),
    headers: { authorization: `Bearer ${token}`, 'content-type': packed.headers.get('content-type') ?? '' },
    payload: Buffer.from(await packed.arrayBuffer()),
  })
  assert.equal(reply.statusCode, 200, reply.body)
  return (JSON.parse(reply.body) as { sha256: string }).sha256
}

const naming = (seq: number, sha256: string, bytes: number) => ({
  seq,
  itemId: 'item-f1',
  kind: 'respond',
  value: { version: 1, files: [{ name: 'a.csv', mediaType: 'text/csv', bytes, sha256 }] },
  clientMs: seq,
})
const pairOf = async (at: SealedSite, work: Work) => {
  const told = await at.site.call(readState, { token: work.token, params: { attemptId: work.attemptId } })
  const { stored } = told.body as { stored: { epoch: number; through: number; pair: number }[] }
  return stored.find(one => one.epoch === work.epoch)
}

describe('a file of a response', () => {
  test('is at the other server, bytes and row, when its upload is answered', async () => {
    const { pair, works } = day
    const bytes = Buffer.from('渠道,花费\n搜索,120\n')
    const sha256 = await add(pair.a, works[0], { bytes })
    await pair.settled()
    assert.deepEqual(await pair.b.site.ports.files.get(sha256), bytes)
    await bothHold('select attempt_id, item_id, sha256, name, media_type, bytes, added_at from attempt_file order by sha256')
  })

  test('that the peer has not got holds back the event that names it: it is not acknowledged for the pair', async () => {
    const { pair, works, save } = day
    const link = linkOf(pair.a.site.ports.database)
    assert.ok(link)
    await link.stop()
    const bytes = Buffer.from('渠道,花费\n展示,80\n')
    const sha256 = await add(pair.a, works[0], { bytes })
    assert.equal((await save(pair.a, works[0], [naming(1, sha256, bytes.length)])).status, 200)
    await pair.a.site.ports.database.statement({
      text: 'update attempt_file set bytes = bytes + 1 where sha256 = $1',
      values: [sha256],
    })
    await openPair(pair.a.site.ports, { name: 'A', peer: day.pair.addressOf(pair.b), hearTime: () => undefined })
    await pause(1_500)
    assert.deepEqual(
      await pairOf(pair.a, works[0]),
      { epoch: works[0].epoch, through: 1, pair: 0 },
      'a file that arrives otherwise is not kept',
    )
    await assert.rejects(() => pair.b.site.ports.files.get(sha256))
    await pair.a.site.ports.database.statement({
      text: 'update attempt_file set bytes = bytes - 1 where sha256 = $1',
      values: [sha256],
    })
    await pair.settled()
    assert.deepEqual(await pairOf(pair.a, works[0]), { epoch: works[0].epoch, through: 1, pair: 1 })
    assert.deepEqual(await pair.b.site.ports.files.get(sha256), bytes)
  })

  test('whose bytes are not what its digest says is not kept', async () => {
    const { pair, works } = day
    const what = { sittingId: SITTING, attemptId: works[1].attemptId, itemId: 'item-f1', sha256: 'a'.repeat(64), name: 'x.csv' }
    const told = { ...what, mediaType: 'text/csv', bytes: 4, addedAt: 5, at: 0, base64: Buffer.from('abcd').toString('base64') }
    const taken = await pair.a.site.inTx((tx, ctx) => takeFilePart(tx, ctx, pair.link(pair.a), told))
    assert.deepEqual(taken, { kept: false, foreign: false, have: 0 })
    assert.deepEqual(await rowsAt(pair.a, "select sha256 from attempt_file where name = 'x.csv'"), [])
  })

  test('of several parts arrives whole', async () => {
    const { pair, works } = day
    const big = Buffer.alloc(2_000_000, '渠道,花费\n')
    const sha256 = createHash('sha256').update(big).digest('hex')
    await pair.b.site.ports.files.put(big)
    await pair.b.site.ports.database.statement({
      text: `insert into attempt_file (sitting_id, attempt_id, item_id, sha256, name, media_type, bytes, added_at)
        values ($1, $2, 'item-f1', $3, '大.csv', 'text/csv', $4, 5)`,
      values: [SITTING, works[1].attemptId, sha256, big.length],
    })
    linkOf(pair.b.site.ports.database)?.kick()
    await pair.settled()
    assert.ok((await pair.a.site.ports.files.get(sha256)).equals(big))
  })
})

describe('Safe Exam Browser', () => {
  const place = (work: Work) => ({ sittingId: SITTING as never, attemptId: work.attemptId as never })

  test('its configuration is the same at both, and readable by each with its own keys only', async () => {
    const { pair } = day
    const plan = {
      origin: 'https://a.site:8443',
      alsoAllowed: ['https://b.site:8443'],
      releases: [],
      quitPassword: 'abcd-efgh-jkmn-pqrs',
      settingsPassword: 'bcde-fghj-kmnp-qrst',
    }
    const made = await pair.a.site.inTx((tx, ctx) => configureSeb(tx, ctx, { ...plan, sittingId: SITTING as never }))
    assert.ok(made.ok, JSON.stringify(made))
    await pair.settled()
    const sealed = async (at: SealedSite) => String((await rowsAt(at, 'select sealed from seb_sitting'))[0]?.['sealed'])
    const [a, b] = [await sealed(pair.a), await sealed(pair.b)]
    assert.notEqual(a, b)
    assert.equal(pair.b.site.ports.keys.open(b), pair.a.site.ports.keys.open(a))
    assert.throws(() => pair.b.site.ports.keys.open(a))
  })

  test('a proof, a lock and its end are known at both; a page that proved itself at one need not be shut out at the other', async () => {
    const { pair, works } = day
    const nonce = { ...place(works[0]), nonceHash: 'n'.repeat(43), epoch: works[0].epoch, ip: '10.0.0.3' }
    await pair.a.site.inTx(async (tx, ctx) => {
      await insertNonce(tx, { ...nonce, now: ctx.now, validUntil: ctx.now })
      assert.ok(await spendNonce(tx, { ...nonce, via: 'script', now: ctx.now }))
    })
    linkOf(pair.a.site.ports.database)?.kick()
    await pair.settled()
    await bothHold('select nonce_hash, epoch, ip, used_at, via from seb_nonce')
    const lock = { ...place(works[0]), epoch: works[0].epoch, cause: 'wrong-config' as const, ip: '10.0.0.3' }
    for (const at of [pair.a, pair.b]) await at.site.inTx((tx, ctx) => insertLock(tx, { ...lock, id: newId(), now: ctx.now }))
    for (const at of [pair.a, pair.b]) linkOf(at.site.ports.database)?.kick()
    await pair.settled()
    const locks = await bothHold('select id, cause, locked_at, unlocked_at from seb_lock order by id')
    assert.equal(locks.length, 2, 'each locked it while they did not hear of one another')
    const order = { ...place(works[0]), invigilator: 'keeper-1', second: 'manager', reason: '已核对' }
    const unlocked = await pair.b.site.inTx((tx, ctx) => unlockIntegrity(tx, ctx, order))
    assert.ok(unlocked.ok, JSON.stringify(unlocked))
    linkOf(pair.b.site.ports.database)?.kick()
    await pair.settled()
    const after = await bothHold('select unlocked_by, second_person, unlocked_at is not null as done from seb_lock order by id')
    assert.deepEqual(
      after.map(row => [row['unlocked_by'], row['second_person'], row['done']]),
      [
        ['keeper-1', 'manager', true],
        ['keeper-1', 'manager', true],
      ],
    )
    await bothHold('select id, minutes from time_credit')
  })

  test('an exception that two persons made at B is one at A', async () => {
    const { pair, works } = day
    await pair.a.site.ports.database.statement({
      text: `update attempt set rules = rules || '{"seb":"required"}' where id = $1`,
      values: [works[1].attemptId],
    })
    await pair.b.site.ports.database.statement({
      text: `update attempt set rules = rules || '{"seb":"required"}' where id = $1`,
      values: [works[1].attemptId],
    })
    const allowed = await pair.b.site.call(allowWithoutSeb, {
      as: 'keeper-1',
      params: { attemptId: works[1].attemptId },
      body: { actId: newId(), reason: '设备不支持', witness: { staffId: 'manager', passPhrase: PASS } },
    })
    assert.equal(allowed.status, 200, JSON.stringify(allowed.body))
    await pair.settled()
    const told = await pair.a.site.call(readSebAtHall, { as: 'keeper-1' })
    assert.deepEqual(
      (told.body as { without: { attemptId: string }[] }).without.map(one => one.attemptId),
      [works[1].attemptId],
    )
  })
})

describe('what either server needs to go on alone', () => {
  test('the certificate of the drill that was earned at A holds at B, and what was found out there too', async () => {
    const { pair } = day
    await pair.a.site.inTx((tx, ctx) => recordArmingEvidence(tx, ctx, { kind: 'disk', passed: true, validUntil: null, note: '磁盘正常' }))
    linkOf(pair.a.site.ports.database)?.kick()
    await pair.settled()
    await bothHold('select id, content, signature, public_key from readiness_certificate')
    await bothHold("select kind, passed, note, recorded_at from arming_evidence where kind <> 'peer'")
    assert.ok((await pair.b.site.call(readReadiness, { as: 'manager' })).body)
  })

  test('every entry of each audit log is at the other, linked as it was written', async () => {
    const { pair } = day
    await pair.settled()
    const own = 'select chain, seq, hash, previous_hash from audit_entry order by chain, seq'
    const kept = 'select chain, seq, hash, previous_hash from peer_log_entry order by chain, seq'
    assert.deepEqual(await rowsAt(pair.b, kept), await rowsAt(pair.a, own))
    assert.deepEqual(await rowsAt(pair.a, kept), await rowsAt(pair.b, own))
  })

  test('a log that was written anew is not taken, and that is on record', async () => {
    const { pair } = day
    await pair.b.site.ports.database.statement({
      text: `update peer_log_entry set hash = 'forged' where (chain, seq) in (select chain, max(seq) from peer_log_entry where chain = $1 group by chain)`,
      values: [String((await rowsAt(pair.a, 'select chain from audit_entry where subject_kind = $$site-package$$ limit 1'))[0]?.['chain'])],
    })
    await pair.a.site.inTx((tx, ctx) => recordArmingEvidence(tx, ctx, { kind: 'disk', passed: false, validUntil: null, note: '磁盘偏慢' }))
    linkOf(pair.a.site.ports.database)?.kick()
    await pause(1_500)
    const torn = await rowsAt(pair.b, "select facts from audit_entry where type = 'peer-log-torn'")
    assert.equal(torn.length, 1, 'once, not with every round')
  })
})

describe('two servers or one', () => {
  const standing = async (at: SealedSite) => (await at.site.call(readStanding)).body['peer']
  const arming = async (at: SealedSite) => {
    const told = (await at.site.call(readArming, { as: 'manager' })).body as { findings: { code: string; verdict: string; zh: string }[] }
    return told.findings.find(one => one.code === 'peer')
  }

  test('the exam client is told where the other server is', async () => {
    const { pair, works } = day
    const told = await pair.b.site.call(readState, { token: works[0].token, params: { attemptId: works[0].attemptId } })
    assert.equal(told.body['peerAddress'], pair.addressOf(pair.a))
  })

  test('stands in the report to the centre and on the arming page, and changes with the peer', async () => {
    const { pair } = day
    assert.equal(await standing(pair.a), 'reached')
    assert.deepEqual([(await arming(pair.a))?.verdict, (await arming(pair.a))?.zh], ['fulfilled', '双机：两台服务器互为备份'])
    await pair.leave(pair.b)
    await pair.b.site.app.close()
    for (let tries = 0; (await standing(pair.a)) !== 'lost'; tries++) {
      assert.ok(tries < 60, 'nobody noted that the peer is gone')
      await pause(100)
    }
    assert.equal((await arming(pair.a))?.verdict, 'look', 'one lost server does not keep a hall from working')
    await pair.leave(pair.a)
    await openPair(pair.a.site.ports, { name: 'A', peer: null, hearTime: () => undefined })
    assert.equal(await standing(pair.a), 'alone')
    assert.match((await arming(pair.a))?.zh ?? '', /^单机/)
  })
})
