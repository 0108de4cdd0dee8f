import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { instant, type Instant, instantOf } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { marks } from '../../../kernel/marks.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Ctx, Ports } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { newId } from '../../../platform/id.ts'
import { actorWith, testContext, testPorts } from '../../../platform/test-context.ts'
import type { IssueOrder } from '../core/issue-order.ts'
import { decideOn, proposeTo, replaceSheet } from './change-certificate.ts'
import { issueCertificate } from './issue-certificate.ts'
import { lookUpByNumber, verifyByCode } from './look-up-certificate.ts'
import { certificatesOf, listAll, readEntry } from './read-register.ts'
import { codeOf } from './sign-sheet.ts'

let db: TestDatabase
let ports: Ports
before(async () => {
  db = await testDatabase()
  ports = testPorts(db.database)
})
after(() => db.end())

const NOW = instantOf('2026-12-28T02:00:00Z')
const order = (change: Partial<IssueOrder> = {}): IssueOrder => ({
  personId: newId(),
  name: '买买提·艾力',
  idMasked: '650101********1234',
  level: 'L3',
  levelName: '助理电子商务师',
  editionId: 'ec-2005',
  scheme: 'demonstration',
  institution: '10012003',
  institutionName: '第一示范鉴定站',
  issuedOn: localDate('2026-12-28'),
  theory: marks(82),
  practical: marks(61),
  sessionCode: '2026-12',
  ...change,
})
const system: Actor = { kind: 'system', job: 'test' }
const inTx = <T>(body: (tx: Tx, ctx: Ctx) => Promise<T>, actor: Actor = system, now: Instant = NOW, ip = '10.0.0.1') =>
  db.database.transact(tx => body(tx, { ...testContext(ports, actor, now), ip }))
const codeOfResult = (r: Result<unknown>) => (r.ok ? 'ok' : r.refusal.code)
const issued = async (change: Partial<IssueOrder> = {}): Promise<string> => {
  const outcome = await inTx((tx, ctx) => issueCertificate(tx, ctx, order(change)))
  assert.ok(outcome.ok, codeOfResult(outcome))
  return outcome.value
}
const lookUp = (number: string, name: string, ip = newId(), now = NOW) =>
  inTx((tx, ctx) => lookUpByNumber(tx, { body: { number, name } }, ctx), { kind: 'public' }, now, ip)

test('forty issues at once get forty numbers without a gap, in the grammar of sixteen digits', async () => {
  const numbers = await Promise.all(Array.from({ length: 40 }, () => issued({ institution: '31022007' })))
  const expected = Array.from({ length: 40 }, (_, i) => `26310220073${String(i + 1).padStart(5, '0')}`)
  assert.deepEqual(numbers.toSorted(), expected)
})

test('the same person, session and level is certified once, also when asked eight times at once', async () => {
  const one = order({ institution: '31022008' })
  const numbers = await Promise.all(Array.from({ length: 8 }, () => issued(one)))
  assert.deepEqual(new Set(numbers), new Set(['2631022008300001']))
  assert.equal((await inTx(tx => certificatesOf(tx, one.personId))).length, 1)
  assert.equal(await issued({ institution: '31022008' }), '2631022008300002')
})

test('series run apart by institution, year and level', async () => {
  const at = { institution: '41032001' }
  assert.equal(await issued(at), '2641032001300001')
  assert.equal(await issued({ ...at, level: 'L4', levelName: '电子商务员' }), '2641032001400001')
  assert.equal(await issued({ ...at, issuedOn: localDate('2027-01-03') }), '2741032001300001')
})

test('a scheme that numbers otherwise and a malformed institution are refused, and no number is used', async () => {
  const refusal = async (change: Partial<IssueOrder>) => codeOfResult(await inTx((tx, ctx) => issueCertificate(tx, ctx, order(change))))
  assert.equal(await refusal({ scheme: 'level-recognition' }), 'number-format-not-kept')
  assert.equal(await refusal({ institution: '1001' }), 'issue-institution-malformed')
  assert.equal(await refusal({ level: 'L9' }), 'issue-level-unknown')
})

test('a look-up tells what was certified: bands, not marks; no person id, no whole name, no ID but its tail', async () => {
  const number = await issued()
  const found = await lookUp(` ${number.slice(0, 4)} ${number.slice(4)}`, '买买提．艾力')
  assert.ok(found.ok)
  assert.deepEqual(found.value.bands, { theory: 'good', practical: 'pass' })
  assert.deepEqual(found.value.standing, { kind: 'valid' })
  assert.deepEqual(
    [found.value.maskedName, found.value.idTail, found.value.sessionCode, found.value.grade],
    ['买**·*力', '1234', '2026-12', 3],
  )
  assert.ok(!JSON.stringify(found.value).includes('买买提'))
})

test('a wrong name and a wrong number get the same refusal, to the letter', async () => {
  const number = await issued()
  const [wrongName, wrongNumber] = [await lookUp(number, '买买提·艾'), await lookUp('2610012003399999', '买买提·艾力')]
  assert.deepEqual(wrongName, wrongNumber)
  assert.equal(codeOfResult(wrongName), 'certificate-not-found')
  assert.ok(!wrongName.ok && wrongName.keep)
})

test('the eleventh look-up of a minute is refused even when it would be right; the next minute is free again', async () => {
  const number = await issued()
  const ip = newId()
  for (let i = 0; i < 10; i++) assert.equal(codeOfResult(await lookUp(number, '某某', ip)), 'certificate-not-found')
  assert.equal(codeOfResult(await lookUp(number, '买买提·艾力', ip)), 'look-up-exhausted')
  assert.equal(codeOfResult(await lookUp(number, '买买提·艾力')), 'ok', 'another address is free')
  assert.equal(codeOfResult(await lookUp(number, '买买提·艾力', ip, instant(NOW + 60_000))), 'ok')
})

test('sixty misses use up the day, slowly as they may come', async () => {
  const number = await issued()
  const ip = newId()
  for (let i = 0; i < 60; i++) await lookUp(number, '某某', ip, instant(NOW + i * 120_000))
  assert.equal(codeOfResult(await lookUp(number, '买买提·艾力', ip, instant(NOW + 61 * 120_000))), 'look-up-exhausted')
  assert.equal(codeOfResult(await lookUp(number, '买买提·艾力', ip, instant(NOW + 86_400_000))), 'ok')
})

test('addresses are counted by a keyed hash, never kept', async () => {
  await lookUp('1', '某', '192.0.2.77')
  const rows = z
    .array(z.object({ address_hash: z.string() }))
    .parse((await db.database.statement({ text: 'select address_hash from look_up_count', values: [] })).rows)
  assert.ok(rows.length > 0 && rows.every(r => /^[0-9a-f]{64}$/.test(r.address_hash)))
})

const officer = () => actorWith('national-officer')
const propose = (number: string, actor: Actor) =>
  inTx((tx, ctx) => proposeTo(tx, { params: { number }, body: { reason: '替考，查实' } }, ctx), actor)
const decide = (number: string, revocationId: string, actor: Actor, approve = true) =>
  inTx((tx, ctx) => decideOn(tx, { params: { number, revocationId }, body: { approve } }, ctx), actor)

test('one officer cannot revoke alone; two can, and the public is told when and why', async () => {
  const number = await issued()
  const first = officer()
  const proposed = await propose(number, first)
  assert.ok(proposed.ok)
  const { revocationId } = proposed.value
  assert.equal(codeOfResult(await propose(number, officer())), 'revocation-open')
  assert.equal(codeOfResult(await decide(number, revocationId, first)), 'revocation-same-person')
  assert.deepEqual((await lookUp(number, '买买提·艾力')).ok && 'still valid', 'still valid')
  assert.equal(codeOfResult(await decide(number, revocationId, officer())), 'ok')
  const found = await lookUp(number, '买买提·艾力')
  assert.deepEqual(found.ok && found.value.standing, { kind: 'revoked', on: '2026-12-28', reason: '替考，查实' })
  assert.equal(codeOfResult(await decide(number, revocationId, officer())), 'wrong-state')
  assert.equal(codeOfResult(await propose(number, officer())), 'certificate-not-valid')
})

test('a declined revocation leaves the certificate valid and may be proposed anew', async () => {
  const number = await issued()
  const proposed = await propose(number, officer())
  assert.ok(proposed.ok)
  assert.equal(codeOfResult(await decide(number, proposed.value.revocationId, officer(), false)), 'ok')
  assert.equal(codeOfResult(await propose(number, officer())), 'ok')
})

const replace = (number: string, newSheet: string, reason: 'lost' | 'damaged' = 'damaged') =>
  inTx((tx, ctx) => replaceSheet(tx, { params: { number }, body: { newSheet, reason, publicNotice: '' } }, ctx), officer())

test('a re-issue keeps the number, takes a new sheet with a remark; the old sheet is told as replaced', async () => {
  const number = await issued()
  const before = await inTx(tx => readEntry(tx, officer(), number))
  assert.ok(before.ok)
  const oldCode = codeOf(before.value.current)
  assert.equal(codeOfResult(await replace(number, 'A0000001')), 'ok')
  const found = await lookUp(number, '买买提·艾力')
  assert.ok(found.ok)
  assert.deepEqual([found.value.sheet, found.value.standing.kind, found.value.remarks.length], ['A0000001', 'valid', 1])
  const scanned = await inTx((tx, ctx) => verifyByCode(tx, { params: { code: oldCode } }, ctx))
  assert.deepEqual(scanned.ok && scanned.value.standing, { kind: 'sheet-replaced', on: '2026-12-28' })
})

test('a sheet number is used once in the whole country, and a loss needs its notice', async () => {
  const [first, second] = [await issued(), await issued()]
  assert.equal(codeOfResult(await replace(first, 'B0000001')), 'ok')
  assert.equal(codeOfResult(await replace(second, 'B0000001')), 'sheet-number-used')
  assert.equal(codeOfResult(await replace(second, 'B0000002', 'lost')), 'public-notice-missing')
})

test('a code verifies only with the signature of this register over this sheet', async () => {
  const number = await issued()
  const entry = await inTx(tx => readEntry(tx, officer(), number))
  assert.ok(entry.ok)
  const code = codeOf(entry.value.current)
  const verify = (text: string) => inTx((tx, ctx) => verifyByCode(tx, { params: { code: text } }, ctx), { kind: 'public' }, NOW, newId())
  assert.equal(codeOfResult(await verify(code)), 'ok')
  assert.equal(codeOfResult(await verify(code.replace(number, await issued()))), 'code-not-genuine')
  assert.equal(
    codeOfResult(
      await verify(code.replace(/\.([A-Za-z0-9_-])([^.]*)$/, (_, c: string, rest: string) => `.${c === 'A' ? 'B' : 'A'}${rest}`)),
    ),
    'code-not-genuine',
  )
  assert.equal(codeOfResult(await verify('ZH1.nonsense')), 'verification-code-malformed')
})

test('what was changed behind the register is seen by the scan: the signature no longer fits', async () => {
  const number = await issued()
  const entry = await inTx(tx => readEntry(tx, officer(), number))
  assert.ok(entry.ok)
  await db.database.statement({ text: "update certificate set title = '高级电子商务师' where certificate_number = $1", values: [number] })
  const verify = await inTx((tx, ctx) => verifyByCode(tx, { params: { code: codeOf(entry.value.current) } }, ctx))
  assert.equal(codeOfResult(verify), 'code-not-genuine')
})

test('a province reads only its own part of the register, a stranger nothing', async () => {
  const number = await issued({ institution: '52011001' })
  const own = actorWith('provincial-officer', { kind: 'province', province: '52' })
  const other = actorWith('provincial-officer', { kind: 'province', province: '53' })
  const query = { wanted: '', level: '', state: '' as const, most: 100, skip: 0 }
  const numbersFor = (actor: Actor) => inTx(async (tx, ctx) => await listAll(tx, { query }, ctx), actor)
  const [seen, unseen] = [await numbersFor(own), await numbersFor(other)]
  assert.deepEqual(seen.ok && seen.value.certificates.map(c => c.number), [number])
  assert.deepEqual(unseen.ok && unseen.value, { certificates: [], total: 0 })
  assert.equal(codeOfResult(await inTx(tx => readEntry(tx, other, number))), 'certificate-unknown')
  assert.equal(codeOfResult(await inTx(tx => readEntry(tx, own, number))), 'ok')
})
