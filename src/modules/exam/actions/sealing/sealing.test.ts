import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import type { Actor } from '../../../../kernel/actor.ts'
import { runningRelease } from '../../../../platform/host/release.ts'
import { sha256Hex } from '../../../../platform/sealing/derive.ts'
import { actorWith } from '../../../../platform/test-context.ts'
import { callText, readKeyText, type SiteRoster } from '../../../delivery/contract.ts'
import { openPapers, openRoster, readSitePackage } from '../../../delivery/index.ts'
import { codeOf, must, type Rehearsal, rehearse, SITES } from '../rehearsal.test.ts'
import { sealerKeys } from '../../store/sealing/keepers.ts'
import { packagesOf } from '../../store/sealing/packages.ts'
import { custodiansOf, findSealing } from '../../store/sealing/sealings.ts'
import { type Ceremony, enterStaff, order, PHRASE, prepareCeremony, sealed } from './ceremony-world.test.ts'
import { downloadAllAction, downloadPackageAction } from './hand-out-packages.ts'
import { makePackages } from './make-packages.ts'
import { joinOpeningKeyAction, readOpeningKeyAction } from './opening-key.ts'
import { cancelSealingAction, orderSealingAction } from './order-sealing.ts'
import { makeCustodianKeyAction, makeSealerKeyAction, readOwnCeremonyAction, takeOwnShareAction } from './own-ceremony.ts'
import { listSealingsAction } from './read-sealings.ts'
import { finishPackages, sealPackagesAction } from './seal-and-finish.ts'
import { fetchOpeningKeyAction, fetchPackageAction, readCentreCardAction } from './site-calls.ts'

const [HERE, THERE] = SITES
const BEFORE_EXAM = '2026-12-27T07:45:00+08:00'
let season: Rehearsal
let ceremony: Ceremony
let sealingId: string
let cards: string[] = []

before(async () => {
  season = await rehearse()
  ceremony = await prepareCeremony(season)
  sealingId = await sealed(season, ceremony)
})
after(() => season.db.end())

const seal = (id: string, by: Actor, passPhrase = PHRASE) =>
  sealPackagesAction({ params: { sealingId: id }, body: { passPhrase } }, season.context(by))
const take = (id: string, by: Actor, passPhrase = PHRASE) =>
  takeOwnShareAction({ params: { sealingId: id }, body: { passPhrase } }, season.context(by))
/** A refused join keeps its entry in the log, as the server does it. */
const join3 = (shares: readonly string[], id = sealingId) =>
  season.inTx((tx, ctx) => joinOpeningKeyAction(tx, { params: { sealingId: id }, body: { shares: [...shares] } }, ctx), ceremony.orderer)

async function rows(text: string, ...values: readonly unknown[]): Promise<readonly Record<string, unknown>[]> {
  return (await season.db.database.statement({ text, values })).rows
}
async function types(subject: string): Promise<string[]> {
  return (await rows('select type from audit_entry where subject_id = $1 order by seq', subject)).map(row => String(row['type']))
}
async function fileOf(siteCode: string, id = sealingId): Promise<string> {
  const file = await season.inTx(async (tx, ctx) => must(await downloadPackageAction(tx, { params: { sealingId: id, siteCode } }, ctx)))
  const path = join(mkdtempSync(join(tmpdir(), 'zhiheng-stick-')), file.fileName)
  writeFileSync(path, file.bytes)
  return path
}
async function trustOf(siteCode: string) {
  const sealers = (await season.inTx(tx => sealerKeys(tx))).map(({ sealerId, personId, name, publicKey }) => ({
    sealerId,
    personRef: personId,
    name,
    publicKey,
  }))
  return { siteCode, sealers, engine: runningRelease() }
}
async function rosterOf(siteCode: string, id = sealingId): Promise<SiteRoster> {
  const keys = ceremony.keys.get(siteCode)
  assert.ok(keys)
  return must(await openRoster(await fileOf(siteCode, id), await trustOf(siteCode), keys))
}

test('each site gets one file that its own server believes, and nobody else’s does', { timeout: 60_000 }, async () => {
  for (const site of SITES) must(await readSitePackage(await fileOf(site), await trustOf(site)))
  assert.equal(codeOf(await readSitePackage(await fileOf(HERE), await trustOf(THERE))), 'package-of-another-site')
  const there = ceremony.keys.get(THERE)
  assert.ok(there)
  assert.equal(codeOf(await openRoster(await fileOf(HERE), await trustOf(HERE), there)), 'site-key-wrong')
})

test('the roster says who sits where and who keeps the hall, with masked names and without a whole number', async () => {
  const roster = await rosterOf(HERE)
  const seats = await rows(
    'select seat.person_id, seat.ticket_number, seat.seat_no from seat_allocation seat join sitting on sitting.sitting_id = seat.sitting_id where sitting.session_id = $1 and site_code = $2',
    ceremony.sessionId,
    HERE,
  )
  assert.deepEqual(
    roster.candidates.map(one => `${one.candidateRef} ${one.ticketNumber} ${one.seatLabel}`).toSorted(),
    seats.map(row => `${String(row['person_id'])} ${String(row['ticket_number'])} ${String(row['seat_no'])}`).toSorted(),
  )
  assert.ok(roster.candidates.every(one => /^考\*+$/.test(one.maskedName) && one.maskedIdNumber.includes('*')))
  assert.deepEqual(roster.staff.map(one => one.duties[0]).toSorted(), ['site-engineer', 'site-manager'])
  assert.equal(roster.title, '2026年12月考次')
  const other = await rosterOf(THERE)
  assert.notEqual(roster.pairKey, other.pairKey)
  assert.deepEqual(roster.centre, other.centre)
})

test('nothing plain lies on the disk or in the tables: no ticket, no item, no key', async () => {
  const roster = await rosterOf(HERE)
  const ticket = roster.candidates[0]?.ticketNumber ?? ''
  const stored = await season.inTx(tx => packagesOf(tx, sealingId))
  const parts = await Promise.all(stored.flatMap(one => one.parts.map(part => season.ports.files.get(part.fileId))))
  const paper = String((await rows('select content::text as text from paper_package where content is not null limit 1'))[0]?.['text'])
  const stem = /"text": ?"([^"]{6,40})"/.exec(paper)?.[1] ?? 'no stem found'
  for (const bytes of [...parts, readFileSync(await fileOf(HERE))])
    for (const plain of [ticket, stem, roster.pairKey]) assert.equal(bytes.includes(Buffer.from(plain)), false, plain)
  assert.deepEqual(
    readdirSync(tmpdir()).filter(name => /^zhiheng-(sealing|package)-/.test(name)),
    [],
  )
})

test('the same person does not seal twice, the assembler and whoever ordered not at all, and a wrong pass phrase seals nothing', async () => {
  const id = await order(season, ceremony, { sites: [HERE] })
  const [first, second] = ceremony.sealers
  assert.equal(codeOf(await seal(id, ceremony.orderer)), 'sealer-without-key')
  assert.equal(codeOf(await seal(id, first, 'another pass phrase')), 'own-pass-phrase-wrong')
  assert.deepEqual((await season.inTx(tx => packagesOf(tx, id)))[0]?.seals, [])
  assert.equal(
    codeOf(await season.inTx((tx, ctx) => downloadPackageAction(tx, { params: { sealingId: id, siteCode: HERE } }, ctx))),
    'package-not-sealed',
  )
  assert.deepEqual(must(await seal(id, first)), { seals: 1 })
  assert.equal(codeOf(await seal(id, first)), 'sealer-sealed-already')
  assert.equal((await season.inTx(tx => findSealing(tx, id)))?.state, 'to-sign')
  assert.deepEqual(must(await seal(id, second)), { seals: 2 })
  assert.equal(codeOf(await seal(id, second)), 'sealing-not-to-sign')
  must(await finishPackages(season.context(), { sealingId: id }))
  assert.ok((await types(id)).includes('seal-refused'))
})

test('whoever had the forms assembled seals nothing, also with a key', async () => {
  must(await makeSealerKeyAction({ body: { passPhrase: PHRASE } }, season.context(ceremony.assembler)))
  must(await makeSealerKeyAction({ body: { passPhrase: PHRASE } }, season.context(ceremony.orderer)))
  const id = await order(season, ceremony, { sites: [HERE] })
  for (const who of [ceremony.assembler, ceremony.orderer]) assert.equal(codeOf(await seal(id, who)), 'sealer-assembled')
  assert.equal(codeOf(await season.inTx((tx, ctx) => cancelSealingAction(tx, { params: { sealingId: id } }, ctx))), 'ok')
  assert.equal(codeOf(await season.inTx((tx, ctx) => cancelSealingAction(tx, { params: { sealingId: id } }, ctx))), 'sealing-past')
  assert.equal(codeOf(await makePackages(season.context(), { sealingId: id })), 'sealing-past')
})

test('a share is sealed to its custodian, shown once, and then stands nowhere', async () => {
  const [first] = ceremony.custodians
  assert.ok(first)
  assert.equal(codeOf(await take(sealingId, ceremony.orderer)), 'share-not-yours')
  assert.equal(codeOf(await take(sealingId, first, 'another pass phrase')), 'own-pass-phrase-wrong')
  assert.equal(codeOf(await makeCustodianKeyAction({ body: { passPhrase: PHRASE } }, season.context(first))), 'custodian-keeps-share')
  const shown = must(await take(sealingId, first))
  assert.deepEqual([shown.place, shown.custodians, shown.needed], [1, 5, 3])
  assert.equal(shown.lines.length, shown.text.split('-').length)
  assert.equal(codeOf(await take(sealingId, first)), 'share-taken')
  assert.equal((await season.inTx(tx => custodiansOf(tx, sealingId)))[0]?.shareSealed, null)
  const rest = []
  for (const one of ceremony.custodians.slice(1)) rest.push(must(await take(sealingId, one)).text)
  cards = [shown.text, ...rest]
  const own = must(await season.inTx((tx, ctx) => readOwnCeremonyAction(tx, {}, ctx), first))
  assert.ok(own.shares.some(share => share.sealingId === sealingId && share.takenAt !== null && !share.waiting))
})

test('a share cannot be taken before two persons have sealed', async () => {
  const id = await order(season, ceremony, { sites: [HERE] })
  assert.equal(codeOf(await take(id, ceremony.custodians[0] as Actor)), 'share-not-made')
  must(await season.inTx((tx, ctx) => cancelSealingAction(tx, { params: { sealingId: id } }, ctx)))
})

test('the key is joined by three and not by two, not before its hour, and a wrong share is located', async () => {
  assert.equal(codeOf(await join3(cards.slice(0, 3))), 'key-joined-too-early')
  season.at(BEFORE_EXAM)
  assert.equal(codeOf(await join3(cards.slice(0, 2))), 'shares-too-few')
  const slip = await join3([cards[0] ?? '', (cards[1] ?? '').replace(/.$/, last => (last === '0' ? '1' : '0')), cards[2] ?? ''])
  assert.ok(!slip.ok)
  assert.deepEqual([slip.refusal.code, slip.refusal.facts['place'], slip.keep], ['share-mistyped', 2, true])
  assert.equal(codeOf(await season.inTx((tx, ctx) => readOpeningKeyAction(tx, { params: { sealingId } }, ctx))), 'opening-key-not-joined')
  const joined = must(await join3([cards[4] ?? '', cards[1] ?? '', cards[3] ?? '']))
  const manifest = (await season.inTx(tx => packagesOf(tx, sealingId)))[0]?.manifest ?? ''
  assert.ok(manifest.includes(sha256Hex(must(readKeyText(joined.text, 16)))))
  assert.equal(must(await season.inTx((tx, ctx) => readOpeningKeyAction(tx, { params: { sealingId } }, ctx))).text, joined.text)
  assert.deepEqual(
    (await types(sealingId)).filter(type => type.startsWith('opening-key')),
    ['opening-key-refused', 'opening-key-refused', 'opening-key-refused', 'opening-key-joined', 'opening-key-read'],
  )
})

test('with the joined key two persons open the papers at the site', async () => {
  const { text } = must(await season.inTx((tx, ctx) => readOpeningKeyAction(tx, { params: { sealingId } }, ctx)))
  season.at('2026-12-27T08:05:00+08:00')
  const [manager, engineer, keys] = [ceremony.managers.get(HERE), ceremony.engineers.get(HERE), ceremony.keys.get(HERE)]
  assert.ok(manager && engineer && keys)
  const openers = [manager, engineer].map(one => ({ staffId: one.personId, passPhrase: PHRASE })) as never
  const met: string[] = []
  const opening = { path: await fileOf(HERE), trust: await trustOf(HERE), keys, keyText: text, openers }
  const opened = must(await openPapers(season.context(), opening, async paper => void met.push(paper.packageId)))
  assert.ok(met.length >= 2)
  assert.deepEqual(opened.packageIds, met)
  assert.deepEqual(new Set(opened.roster.candidates.map(one => one.packageId)), new Set(met))
})

test('a site fetches its package and, from half an hour before, the key; nobody else does', async () => {
  const keys = ceremony.keys.get(HERE)
  assert.ok(keys)
  const { sitePackageId } = (await season.inTx(tx => packagesOf(tx, sealingId))).find(one => one.siteCode === HERE) ?? assert.fail()
  const call = (wants: 'package' | 'opening-key', over: object = {}) => {
    const body = { siteCode: HERE, sitePackageId, wants, askedAt: season.context().now, ...over }
    return { body: { call: body, signature: keys.signing.sign(callText(body)) } }
  }
  const fetchKey = (request: ReturnType<typeof call>) =>
    season.inTx((tx, ctx) => fetchOpeningKeyAction(tx, request, ctx), { kind: 'public' })
  season.at('2026-12-27T07:59:00+08:00')
  assert.equal(codeOf(await fetchKey(call('opening-key'))), 'opening-key-too-early')
  season.at('2026-12-27T08:00:00+08:00')
  const { text } = must(await season.inTx((tx, ctx) => readOpeningKeyAction(tx, { params: { sealingId } }, ctx)))
  assert.equal(must(await fetchKey(call('opening-key'))).text, text)
  assert.equal(codeOf(await fetchKey(call('package'))), 'package-not-for-site')
  assert.equal(codeOf(await fetchKey(call('opening-key', { siteCode: THERE }))), 'site-signature-wrong')
  const file = must(await season.inTx((tx, ctx) => fetchPackageAction(tx, call('package'), ctx), { kind: 'public' }))
  assert.deepEqual(file.bytes, readFileSync(await fileOf(HERE)))
  assert.ok((await season.inTx(tx => packagesOf(tx, sealingId))).find(one => one.siteCode === HERE)?.fetchedAt)
})

test('a site sealed again gets another package under another key; its older key does not open it', { timeout: 60_000 }, async () => {
  season.at('2026-12-21T09:00:00+08:00')
  const again = await sealed(season, ceremony, { sites: [HERE] })
  const [old, fresh] = await season.inTx(async tx => [await findSealing(tx, sealingId), await findSealing(tx, again)])
  assert.ok(old && fresh && fresh.number > old.number)
  assert.notEqual(fresh.openingKeySha256, old.openingKeySha256)
  const view = must(
    await season.inTx((tx, ctx) => listSealingsAction(tx, { params: { sessionId: ceremony.sessionId } }, ctx), ceremony.orderer),
  )
  assert.deepEqual(
    view.sites.map(site => [site.siteCode, site.sealingNumber]),
    [
      [HERE, fresh.number],
      [THERE, old.number],
    ],
  )
  season.at(BEFORE_EXAM)
  assert.equal(codeOf(await join3(cards.slice(0, 3), again)), 'share-wrong')
})

test('a rehearsal package is opened the same way with invented people, and waits for no hour', { timeout: 60_000 }, async () => {
  const id = await sealed(season, ceremony, { rehearsal: true, sites: [THERE], needed: 2 })
  const roster = await rosterOf(THERE, id)
  assert.equal(roster.rehearsal, true)
  assert.ok(roster.candidates.every(one => one.candidateRef.startsWith('rehearsal-')))
  const shares = []
  for (const one of ceremony.custodians.slice(3)) shares.push(must(await take(id, one)).text)
  assert.equal(codeOf(await join3(shares, id)), 'ok')
})

test('sites that are not ready and persons who may not keep a share are refused before anything is made', async () => {
  const spoilt = async (over: { readonly sites?: string[]; readonly custodians?: string[]; readonly needed?: number }) => {
    const custodians = ceremony.custodians.map(one => one.personId)
    const body = { rehearsal: false, sites: [...SITES], custodians, needed: 3, ...over }
    return season.db.database.transact(tx =>
      orderSealingAction(tx, { params: { sessionId: ceremony.sessionId }, body }, season.context(ceremony.orderer)),
    )
  }
  assert.equal(codeOf(await spoilt({ sites: ['99999999'] })), 'site-not-ready')
  assert.equal(
    codeOf(await spoilt({ custodians: ceremony.custodians.map(one => one.personId).with(0, 'nobody') })),
    'custodian-without-key',
  )
  assert.equal(codeOf(await spoilt({ needed: 6 })), 'custodians-number')
  await rows('update site_enrolment set confirmed_at = null where site_code = $1', THERE)
  const refused = await spoilt({})
  assert.ok(!refused.ok)
  assert.deepEqual(
    refused.refusal.fields?.map(fault => fault.path),
    [THERE],
  )
  await rows('update site_enrolment set confirmed_at = received_at where site_code = $1', THERE)
  // somebody who was given a right at a site meanwhile is no custodian any more
  const turned = await enterStaff(season, 'auditor')
  must(await makeCustodianKeyAction({ body: { passPhrase: PHRASE } }, season.context(turned)))
  await rows(
    "insert into role_grant (person_id, grant_id, role, scope_kind, scope_code, from_day, until_day, granted_by, granted_at) values ($1, 'g', 'invigilator', 'site', $2, '2020-01-01', null, 'test', 1)",
    turned.personId,
    HERE,
  )
  assert.equal(
    codeOf(await spoilt({ custodians: [...ceremony.custodians.slice(1).map(one => one.personId), turned.personId] })),
    'custodian-has-rights',
  )
})

test('a province downloads its own packages and is told nothing of another', async () => {
  const province = actorWith('provincial-officer', { kind: 'province', province: HERE.slice(0, 2) })
  const download = (siteCode: string) =>
    season.inTx((tx, ctx) => downloadPackageAction(tx, { params: { sealingId, siteCode } }, ctx), province)
  assert.equal(codeOf(await download(HERE)), 'ok')
  assert.equal(codeOf(await download(THERE)), 'sealing-unknown')
  const all = must(await season.inTx((tx, ctx) => downloadAllAction(tx, { params: { sealingId } }, ctx), province))
  assert.equal(all.fileName, '试卷包-1个考点.zip')
  const view = must(await season.inTx((tx, ctx) => listSealingsAction(tx, { params: { sessionId: ceremony.sessionId } }, ctx), province))
  assert.deepEqual(new Set([...view.sites, ...view.sealings.flatMap(one => one.packages)].map(one => one.siteCode)), new Set([HERE]))
  assert.deepEqual(view.volunteers, [])
})

test('the key of a sealing stands nowhere in the tables before it is joined, in whatever spelling', async () => {
  const id = await sealed(season, ceremony, { sites: [HERE] })
  const shares: string[] = []
  for (const one of ceremony.custodians.slice(0, 3)) shares.push(must(await take(id, one)).text)
  season.at(BEFORE_EXAM)
  const dump = await dumpOf()
  const key = must(await join3(shares, id)).text
  const bytes = Buffer.from(must(readKeyText(key, 16)))
  for (const spelling of [key, bytes.toString('hex'), bytes.toString('base64'), bytes.toString('base64url'), ...shares])
    assert.equal(dump.includes(spelling), false)
  // also afterwards it lies sealed with the keys of this server
  assert.equal((await dumpOf()).includes(key), false)
})

const Name = z.object({ name: z.string() })
async function dumpOf(): Promise<string> {
  const tables = await rows(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')",
  )
  const texts = []
  for (const row of tables) texts.push(JSON.stringify(await rows(`select * from ${Name.parse(row).name}`)))
  return texts.join('\n')
}

test('the card of the centre names sealers and keys, and changes with them', async () => {
  const card = async () => must(await season.inTx((tx, ctx) => readCentreCardAction(tx, {}, ctx)))
  const one = await card()
  assert.ok(one.sealers.length >= 2)
  assert.match(one.receiptVerifier, /^[0-9a-f]{64}$/)
  assert.match(one.resultRecipient, /^age1/)
  assert.deepEqual(await card(), one)
  must(await makeSealerKeyAction({ body: { passPhrase: PHRASE } }, season.context(ceremony.sealers[0])))
  assert.notEqual((await card()).fingerprint, one.fingerprint)
})
