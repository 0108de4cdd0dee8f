import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { testDatabase, type TestDatabase } from '../../../platform/db/test-database.ts'
import { newId } from '../../../platform/id.ts'
import { readSebFile } from '../../../platform/files/seb-file/seb-file.ts'
import { admitCandidate } from '../actions/admit-candidate.ts'
import { closeOverdue } from '../actions/close-attempt.ts'
import { configureSeb, sebFile, sebSittingOf } from '../actions/seb/seb-sitting.ts'
import { concludeSeb } from '../actions/seb/guard-seb.ts'
import { lockedSeats, unlockIntegrity } from '../actions/seb/unlock-integrity.ts'
import {
  type AttemptStateView,
  type SaveView,
  broughtText,
  enterPaper,
  handInPaper,
  mintNonce,
  readPaper,
  readState,
  saveEvents,
  startPaper,
  verifyPage,
} from '../contract.ts'
import { configKey, requestHash } from '../core/seb/config-key.ts'
import type { SebSettings } from '../core/seb/settings.ts'
import { OPENING, SITTING, aPackage } from '../fixtures.ts'
import { findAttempt } from '../store/attempts.ts'
import { incidentsOfSitting } from '../store/incidents.ts'
import { type Call, type RehearsalHall, type Seated, openRehearsalHall } from './rehearsal-hall.ts'

const sha256 = (text: string) => hash('sha256', text, 'hex')
const ORIGIN = 'http://10.0.0.2:8080'
const BROWSER = sha256('the browser of this year')
const PASSWORD = 'Kaoshi-2026-xyz'
let server: TestDatabase
let hall: RehearsalHall
let config: string
before(async () => {
  server = await testDatabase()
  hall = await openRehearsalHall(server.database, { paper: aPackage(sha256), opensAt: OPENING, sittingId: SITTING })
  await hall.inTx((tx, ctx) => configureSeb(tx, ctx, order()))
  config = (await hall.inTx((tx, ctx) => sebSittingOf(tx, ctx, SITTING)))?.configKey ?? ''
})
after(async () => {
  await hall.app.close()
  await server.end()
})
const order = (sittingId = SITTING) => ({
  sittingId,
  origin: ORIGIN,
  alsoAllowed: ['http://10.0.0.3:8080'],
  releases: [{ release: '3.9.0', system: 'windows' as const, key: BROWSER }],
  quitPassword: PASSWORD,
  settingsPassword: `${PASSWORD}-settings`,
})

type Machine = Seated & { readonly token: string; readonly nonce: string; readonly ip: string }
/** The hashes that a browser computes for an address under the sitting's settings. */
const shownFor = (address: string, keys: { readonly config?: string; readonly browser?: string } = {}) => ({
  configKey: requestHash(address, keys.config ?? config, sha256),
  browserExamKey: requestHash(address, keys.browser ?? BROWSER, sha256),
})
const pageOf = (who: { attemptId: string; nonce: string }) => `${ORIGIN}/sit/${who.attemptId}/${who.nonce}`
/** What a client on an Apple system sends: hashes of its page, brought along by hand. */
const byScript = (who: Machine): Call => ({
  ...who,
  headers: { 'x-zhiheng-seb': broughtText({ nonce: who.nonce, hashes: shownFor(pageOf(who)) }) },
})
const targetOf = (path: string, who: Machine) => ORIGIN + path.replace(':attemptId', who.attemptId).replace(':nonce', who.nonce)
/** What a Windows client sends: hashes of the request in headers, beside what it brings along. */
const byHeader = (path: string, who: Machine): Call => {
  const { configKey: ck, browserExamKey } = shownFor(targetOf(path, who))
  const brought = { 'x-zhiheng-seb': broughtText({ nonce: who.nonce, hashes: { configKey: null, browserExamKey: null } }) }
  return { ...who, headers: { ...brought, 'x-safeexambrowser-configkeyhash': ck, 'x-safeexambrowser-requesthash': browserExamKey } }
}

async function enter(seated: Seated): Promise<Machine & { readonly state: AttemptStateView }> {
  const entered = await hall.call(enterPaper, { body: { ticketNumber: seated.ticketNumber, entryCode: seated.entryCode } })
  assert.equal(entered.status, 200, entered.code ?? '')
  const { token, state } = entered.body as { token: string; state: AttemptStateView }
  return { ...seated, token, state, nonce: '', ip: '10.0.1.7' }
}
async function mint<M extends Machine>(who: M): Promise<M> {
  const minted = await hall.call(mintNonce, { ...who, body: {} })
  assert.equal(minted.status, 200, minted.code ?? '')
  return { ...who, nonce: (minted.body as { path: string }).path.split('/')[3] ?? '' }
}
async function enterAgain(who: Seated) {
  const admitted = await hall.inTx((tx, ctx) => admitCandidate(tx, ctx, { ...who, validMinutes: 600 }))
  assert.ok(admitted.ok)
  return enter({ ...who, entryCode: admitted.value.entryCode })
}
const seat = () => {
  hall.at(0)
  return hall.seat({ rules: { seb: 'required' } })
}
async function verified(): Promise<Machine> {
  const who = await mint(await enter(await seat()))
  assert.equal((await hall.call(verifyPage, { ...who, body: shownFor(pageOf(who)) })).status, 200)
  return who
}
async function running(): Promise<Machine> {
  const who = await verified()
  assert.equal((await hall.call(startPaper, { ...byScript(who), body: { startRef: newId() } })).status, 200)
  return who
}
const event = (seq: number, optionId = 'a') => ({ seq, itemId: 'item-s1', kind: 'respond', value: { version: 1, optionId }, clientMs: seq })
const save = (how: Call, seq: number, epoch = 1) => hall.call(saveEvents, { ...how, body: { epoch, events: [event(seq)] } })
const stateOf = async (how: Call) => (await hall.call(readState, how)).body as AttemptStateView
const unlockAs = (who: Seated, second: string) =>
  hall.inTx((tx, ctx) => unlockIntegrity(tx, ctx, { ...who, invigilator: '监考员甲', second, reason: '误开普通浏览器' }))

describe('before the browser has proven itself', () => {
  test('the state names the candidate and hides the work; start and paper are refused, and nobody is locked', async () => {
    const who = await enter(await seat())
    assert.deepEqual([who.state.seb, who.state.logKey, who.state.attempt.maskedName], ['unverified', '', '陈*'])
    assert.equal((await hall.call(startPaper, { ...who, body: { startRef: newId() } })).code, 'seb-missing')
    assert.equal((await stateOf(who)).seb, 'unverified')
  })

  test('each way of being wrong has its own word, spends the nonce and lets the candidate try again', async () => {
    const who = await enter(await seat())
    const codeFor = async (bodyOf: (who: Machine) => object) => {
      const fresh = await mint(who)
      const { code } = await hall.call(verifyPage, { ...fresh, body: bodyOf(fresh) })
      assert.equal((await hall.call(verifyPage, { ...fresh, body: shownFor(pageOf(fresh)) })).code, 'seb-replayed-nonce')
      return code
    }
    assert.deepEqual(
      [
        await codeFor(() => ({ configKey: null, browserExamKey: null })),
        await codeFor(w => shownFor(pageOf(w), { config: sha256('own settings'), browser: BROWSER })),
        await codeFor(w => shownFor(pageOf(w), { config, browser: sha256('patched') })),
        await codeFor(w => shownFor(`${pageOf(w)}/`)),
      ],
      ['seb-missing', 'seb-wrong-config', 'seb-wrong-browser', 'seb-wrong-config'],
    )
    const good = await mint(who)
    assert.equal((await hall.call(verifyPage, { ...good, body: shownFor(pageOf(good)) })).status, 200)
  })

  test('a nonce is void after a minute, in another entry and for another candidate', async () => {
    const late = await mint(await enter(await seat()))
    hall.at(1.01)
    assert.equal((await hall.call(verifyPage, { ...late, body: shownFor(pageOf(late)) })).code, 'seb-expired-nonce')
    const old = await mint(await enter(await seat()))
    const young = { ...(await enterAgain(old)), nonce: old.nonce }
    assert.equal((await hall.call(verifyPage, { ...young, body: shownFor(pageOf(young)) })).code, 'seb-replayed-nonce')
    const other = { ...(await enter(await seat())), nonce: old.nonce }
    assert.equal((await hall.call(verifyPage, { ...other, body: shownFor(pageOf(other)) })).code, 'seb-replayed-nonce')
    const unknown = { ...other, nonce: 'n'.repeat(43) }
    assert.equal((await hall.call(verifyPage, { ...unknown, body: shownFor(pageOf(unknown)) })).code, 'seb-replayed-nonce')
  })
})

describe('in the right browser', () => {
  test('a paper is played by the script interface', async () => {
    const who = await running()
    assert.equal((await hall.call(readPaper, byScript(who))).status, 200)
    assert.equal(((await save(byScript(who), 1)).body as SaveView).storedThrough, 1)
    const state = await stateOf(byScript(who))
    assert.deepEqual([state.seb, state.responses.length], ['verified', 1])
    hall.at(31)
    assert.equal((await hall.call(handInPaper, { ...byScript(who), body: { lastSeq: 1, by: 'candidate' } })).status, 200)
  })

  test('a paper is played by headers, each over the address of its own request', async () => {
    const who = await mint(await enter(await seat()))
    const proven = await hall.call(verifyPage, { ...byHeader(verifyPage.path, who), body: { configKey: null, browserExamKey: null } })
    assert.deepEqual(proven.body, { via: 'header' })
    assert.equal((await hall.call(startPaper, { ...byHeader(startPaper.path, who), body: { startRef: newId() } })).status, 200)
    assert.equal((await save(byHeader(saveEvents.path, who), 1)).status, 200)
    assert.equal((await save(byHeader(startPaper.path, who), 2)).code, 'locked-integrity')
  })

  test('an attempt that does not require it has nothing to prove', async () => {
    hall.at(0)
    const who = await enter(await hall.seat())
    assert.equal(who.state.seb, 'off')
    assert.equal((await hall.call(mintNonce, { ...who, body: {} })).code, 'seb-not-required')
  })
})

describe('a token that was carried away', () => {
  test('to another browser, without or with what the page had shown, stops the attempt and keeps its responses', async () => {
    const who = await running()
    assert.equal((await save(byScript(who), 1)).status, 200)
    assert.equal((await save(who, 2)).code, 'locked-integrity')
    assert.equal((await save(byScript(who), 2)).code, 'locked-integrity')
    assert.deepEqual((await stateOf(byScript(who))).seb, 'locked-integrity')
    const [locked, ...more] = (await hall.inTx(tx => lockedSeats(tx, SITTING))).filter(one => one.attemptId === who.attemptId)
    assert.equal(more.length, 0)
    assert.deepEqual([locked?.cause, locked?.roomLabel], ['missing', '第一考场'])
    const incidents = await hall.inTx(tx => incidentsOfSitting(tx, SITTING))
    assert.equal(incidents.filter(one => one.attemptId === who.attemptId && one.kind === 'integrity-lock').length, 1)
  })

  test('to another machine of the same room', async () => {
    const who = await running()
    assert.equal((await hall.call(readPaper, { ...byScript(who), ip: '10.0.1.8' })).code, 'locked-integrity')
    assert.equal((await stateOf(byScript(who))).seb, 'locked-integrity')
    assert.equal((await hall.call(mintNonce, { ...who, body: {} })).code, 'locked-integrity')
  })

  test('with the proof of an older entry', async () => {
    const who = await running()
    const young = await enterAgain(who)
    assert.equal((await save({ ...byScript(who), token: young.token }, 1, 2)).code, 'locked-integrity')
  })

  test('but a fenced machine cannot stop the one that goes on', async () => {
    const old = await running()
    const young = await mint(await enterAgain(old))
    assert.equal((await hall.call(verifyPage, { ...young, body: shownFor(pageOf(young)) })).status, 200)
    assert.equal((await save(old, 1)).code, 'seb-missing')
    assert.equal((await save(byScript(young), 1, 2)).status, 200)
  })

  test('and two wrong requests in one moment make one lock', async () => {
    const who = await running()
    const wrong = () =>
      hall.inTx(async (tx, ctx) => {
        const attempt = await findAttempt(tx, who)
        assert.ok(attempt)
        const concluded = await concludeSeb(tx, ctx, { attempt, epoch: 1 }, 'missing')
        // long enough for the other to look before this one has committed
        await new Promise(done => setTimeout(done, 300))
        return concluded.ok ? 'went on' : concluded.refusal.code
      })
    assert.deepEqual(await Promise.all([wrong(), wrong()]), ['locked-integrity', 'locked-integrity'])
    const locks = (await hall.inTx(tx => lockedSeats(tx, SITTING))).filter(one => one.attemptId === who.attemptId)
    assert.equal(locks.length, 1)
  })
})

describe('going on after a lock', () => {
  test('needs two persons, gives the time back, and what the machine kept is then taken', async () => {
    const who = await running()
    hall.at(10)
    assert.equal((await save(who, 1)).code, 'locked-integrity')
    hall.at(17.5)
    const alone = await unlockAs(who, '监考员甲')
    assert.equal(!alone.ok && alone.refusal.code, 'second-person-needed')
    assert.deepEqual(await unlockAs(who, '考点负责人乙'), { ok: true, value: { creditMinutes: 8 } })
    const again = await unlockAs(who, '考点负责人乙')
    assert.equal(!again.ok && again.refusal.code, 'not-locked')
    const saved = await save(byScript(who), 1)
    assert.equal((saved.body as SaveView).endsAt, OPENING + 98 * 60_000)
  })

  test('is still possible after the end of the paper, for the time stood still', async () => {
    const who = await running()
    hall.at(80)
    assert.equal((await save(who, 1)).code, 'locked-integrity')
    hall.at(120)
    await hall.inTx((tx, ctx) => closeOverdue(tx, ctx, SITTING))
    assert.equal((await stateOf(byScript(who))).attempt.state, 'running')
    assert.equal((await unlockAs(who, '考点负责人乙')).ok, true)
    assert.equal(((await save(byScript(who), 1)).body as SaveView).endsAt, OPENING + 130 * 60_000)
  })
})

describe('the configuration of a sitting', () => {
  test('is made once, and its file opens with its password to settings of the same Config Key', async () => {
    assert.deepEqual(await hall.inTx((tx, ctx) => configureSeb(tx, ctx, order())), { ok: true, value: { made: false } })
    const file = await hall.inTx((tx, ctx) => sebFile(tx, ctx, { sittingId: SITTING, password: PASSWORD }))
    assert.ok(file.ok)
    const read = readSebFile(file.value.bytes, PASSWORD)
    assert.ok(read.ok)
    assert.equal(configKey(read.value as SebSettings, sha256), config)
  })

  test('differs from that of every other sitting, and lies sealed in the database', async () => {
    const other = newId() as typeof SITTING
    await hall.inTx((tx, ctx) => configureSeb(tx, ctx, order(other)))
    assert.notEqual((await hall.inTx((tx, ctx) => sebSittingOf(tx, ctx, other)))?.configKey, config)
    const rows = await hall.inTx(async tx => JSON.stringify((await tx.query({ text: 'select * from seb_sitting', values: [] })).rows))
    assert.ok(!rows.includes(config) && !rows.includes(BROWSER) && !rows.includes('startURL'))
  })

  test('is refused with weak passwords, a foreign origin or a browser key that is none', async () => {
    const codeOf = async (changes: object) => {
      const made = await hall.inTx((tx, ctx) => configureSeb(tx, ctx, { ...order(newId() as typeof SITTING), ...changes }))
      return made.ok ? 'made' : made.refusal.code
    }
    assert.equal(await codeOf({ quitPassword: '123' }), 'seb-password-unfit')
    assert.equal(await codeOf({ origin: 'https://exam.example/' }), 'seb-plan-invalid')
    assert.equal(await codeOf({ releases: [{ release: '1', system: 'ios', key: 'x' }] }), 'seb-plan-invalid')
    const none = await hall.inTx((tx, ctx) => sebFile(tx, ctx, { sittingId: newId() as typeof SITTING, password: PASSWORD }))
    assert.equal(!none.ok && none.refusal.code, 'seb-not-prepared')
  })

  test('is missing: whoever must use the browser is told so, and the paper stays shut', async () => {
    hall.at(0)
    const who = await enter(await hall.seat({ sittingId: newId() as typeof SITTING, rules: { seb: 'required' } }))
    assert.equal((await hall.call(mintNonce, { ...who, body: {} })).code, 'seb-not-prepared')
    assert.equal((await hall.call(startPaper, { ...who, body: { startRef: newId() } })).code, 'seb-not-prepared')
  })
})
