import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, beforeEach, describe, test } from 'node:test'
import { plusMinutes } from '../../../kernel/instant.ts'
import { readArchive } from '../../../platform/archive/read-archive.ts'
import { writeArchiveFile } from '../../../platform/archive/write-archive.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { newId } from '../../../platform/id.ts'
import { sha256Hex, newOpeningKey } from '../../../platform/sealing/derive.ts'
import { splitSecret } from '../../../platform/sealing/key-shares.ts'
import { openSiteKeys } from '../../../platform/sealing/site-keys.ts'
import { closeSittingAtHall, keyMarkOf, openPapersAtSite, readSitePackages, writeKeyText, writeShare } from '../contract.ts'
import { OPENING, SITE_PACKAGE, aRoster } from '../fixtures.ts'
import { PASS } from './rehearsal-site.test.ts'
import { type SealedSite, openSealedSite } from './rehearsal-sealed.test.ts'

const databases: TestDatabase[] = []
const folders: string[] = []
after(async () => {
  for (const one of databases) await one.end()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function aSite(): Promise<SealedSite> {
  const server = await testDatabase()
  databases.push(server)
  const made = await openSealedSite(server.database)
  folders.push(made.folder)
  made.site.at(-3000)
  return made
}

/** With the real package in. */
async function aLoadedSite(): Promise<SealedSite> {
  const made = await aSite()
  const taken = await made.importFile(await made.seal('real.zhpkg'))
  assert.ok(taken.ok, JSON.stringify(taken))
  return made
}

const opening = (made: SealedSite, changes: { key?: string; as?: string; second?: string; pass?: string; id?: string } = {}) =>
  made.site.call(openPapersAtSite, {
    as: changes.as ?? 'manager',
    params: { sitePackageId: changes.id ?? SITE_PACKAGE },
    body: {
      spokenKey: changes.key ?? writeKeyText(made.openingKey),
      second: { staffId: changes.second ?? 'engineer', passPhrase: changes.pass ?? PASS },
    },
  })

const audited = async (made: SealedSite, type: string): Promise<readonly string[]> => {
  const found = await made.site.inTx(tx => tx.query({ text: 'select facts from audit_entry where type = $1 order by seq', values: [type] }))
  return found.rows.map(row => String((row['facts'] as { why?: string }).why ?? 'done'))
}

/** Everything of the papers that must not be read before its hour: the stems of the items. */
const WORDS = ['第1题的题干', '第2个判断']

/** Everything on the disk and in the tables of a site, as one text. */
async function everythingAt(made: SealedSite): Promise<string> {
  const tables = await made.site.inTx(tx =>
    tx.query({ text: "select table_name from information_schema.tables where table_schema = 'public'", values: [] }),
  )
  const rows: string[] = []
  for (const { table_name: table } of tables.rows)
    rows.push(JSON.stringify((await made.site.inTx(tx => tx.query({ text: `select * from "${String(table)}"`, values: [] }))).rows))
  const files = readdirSync(made.folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return [...rows, ...files.map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1'))].join('\n')
}

describe('a package comes in', () => {
  test('by command while nobody can sign in, again without a change, and from a console', async () => {
    const made = await aSite()
    const path = await made.seal('real.zhpkg')
    const first = await made.importFile(path)
    assert.ok(first.ok, JSON.stringify(first))
    assert.deepEqual(
      [first.value.title, first.value.rehearsal, first.value.state, first.value.current],
      ['2026年11月考次', false, 'roster-open', true],
    )
    assert.match(first.value.digest, /^[0-9a-f]{4}( [0-9a-f]{4}){3}$/)
    assert.equal(first.value.notBefore, plusMinutes(OPENING, -30))
    const again = await made.upload(readFileSync(path), 'engineer')
    assert.equal(again.status, 200, JSON.stringify(again.body))
    assert.deepEqual(again.body, first.value)
    const list = await made.site.call(readSitePackages, { as: 'keeper-1' })
    assert.deepEqual(list.body, { packages: [first.value] })
    assert.equal((await made.upload(readFileSync(path), 'keeper-1')).status, 403, 'an invigilator imports nothing')
    assert.deepEqual(readdirSync(join(made.folder, 'incoming')), [], 'nothing is left behind')
    assert.ok(!WORDS.some(word => readFileSync(join(made.folder, 'packages', `${SITE_PACKAGE}.zhpkg`), 'utf8').includes(word)))
  })

  test('not before the site is enrolled', async () => {
    const made = await aSite()
    const path = await made.seal('real.zhpkg')
    rmSync(join(made.folder, 'keys', 'sealers.json'))
    const refused = await made.importFile(path)
    assert.equal(refused.ok ? '' : refused.refusal.code, 'site-not-enrolled')
  })

  test('nothing that is damaged, foreign, old or over; each refusal has its reason and stands in the audit log', async () => {
    const made = await aLoadedSite()
    const bytes = readFileSync(join(made.folder, 'made', 'real.zhpkg'))
    const send = async (changed: Buffer) => (await made.upload(changed, 'engineer')).code
    const cut = join(made.folder, 'cut.zhpkg')
    writeFileSync(cut, bytes)
    truncateSync(cut, bytes.length - 100)
    assert.equal(await send(readFileSync(cut)), 'archive-damaged')
    assert.equal(await send(Buffer.from('nothing of the kind')), 'package-not-one')
    const archive = await readArchive(bytes)
    assert.ok(archive.ok)
    const rebuilt = async (name: string, change: (path: string, part: Buffer) => Buffer) => {
      const parts = []
      for (const { path } of archive.value.entries) {
        const part = await archive.value.read(path)
        if (part.ok) parts.push({ path, from: change(path, part.value) })
      }
      await writeArchiveFile(join(made.folder, name), parts)
      return readFileSync(join(made.folder, name))
    }
    const short = await rebuilt('short.zhpkg', (path, part) => (path === 'papers.age' ? part.subarray(0, part.length - 40) : part))
    assert.equal(await send(short), 'part-cut-short')
    const flipped = await rebuilt('flip.zhpkg', (path, part) =>
      path === 'papers.age' ? Buffer.concat([part.subarray(0, -1), Buffer.of(7)]) : part,
    )
    assert.equal(await send(flipped), 'part-changed')
    const other = await openSiteKeys(join(made.folder, 'other'), '31010001')
    const foreign = { ...aRoster('x'), siteCode: '31010001', rehearsal: false }
    const [elsewhere, wrongKey, older, expired] = [
      await made.seal('elsewhere.zhpkg', { roster: foreign, recipient: other.recipient }),
      await made.seal('wrong-key.zhpkg', { roster: { ...made.roster, sitePackageId: newId() }, recipient: other.recipient }),
      await made.seal('older.zhpkg', { roster: { ...made.roster, sitePackageId: newId() }, sealedAt: plusMinutes(OPENING, -9000) }),
      await made.seal('expired.zhpkg', { roster: { ...made.roster, sitePackageId: newId() }, validUntil: plusMinutes(OPENING, -3500) }),
    ]
    assert.equal(await send(readFileSync(elsewhere)), 'package-of-another-site')
    assert.equal(await send(readFileSync(wrongKey)), 'site-key-wrong')
    assert.equal(await send(readFileSync(older)), 'package-older')
    assert.equal(await send(readFileSync(expired)), 'package-expired')
    assert.deepEqual(await audited(made, 'site-package-refused'), [
      'archive-damaged',
      'package-not-one',
      'part-cut-short',
      'part-changed',
      'package-of-another-site',
      'site-key-wrong',
      'package-older',
      'package-expired',
    ])
    const list = (await made.site.call(readSitePackages, { as: 'engineer' })).body as { packages: unknown[] }
    assert.equal(list.packages.length, 1)
  })

  test('a rehearsal is played between, and the real package after it again; once its sittings are over it comes in no more', async () => {
    const made = await aLoadedSite()
    const rehearsed = { ...made.roster, sitePackageId: newId(), rehearsal: true, title: '考前演练' }
    const sittingId = newId()
    const roster = {
      ...rehearsed,
      sittings: rehearsed.sittings.map(one => ({ ...one, sittingId })),
      candidates: rehearsed.candidates.map(one => ({ ...one, sittingId })),
    }
    const titles = async () => {
      const list = (await made.site.call(readSitePackages, { as: 'engineer' })).body as { packages: { title: string; current: boolean }[] }
      return list.packages.map(one => `${one.title} ${one.current}`)
    }
    made.site.at(-2999)
    assert.ok((await made.importFile(await made.seal('drill.zhpkg', { roster }))).ok)
    assert.deepEqual(await titles(), ['考前演练 true', '2026年11月考次 false'])
    assert.equal((await opening(made)).code, 'package-not-current')
    made.site.at(-2998)
    assert.ok((await made.importFile(join(made.folder, 'made', 'real.zhpkg'))).ok)
    assert.deepEqual(await titles(), ['2026年11月考次 true', '考前演练 false'])
    made.site.at(200)
    assert.equal((await made.site.call(closeSittingAtHall, { as: 'manager', body: { actId: newId() } })).status, 200)
    const over = await made.importFile(join(made.folder, 'made', 'real.zhpkg'))
    assert.equal(over.ok ? '' : over.refusal.code, 'package-replayed')
  })

  test('a corrected package takes the place of the first while nobody has a paper', async () => {
    const made = await aLoadedSite()
    const roster = { ...made.roster, sitePackageId: newId(), candidates: made.roster.candidates.slice(0, 3) }
    const corrected = await made.seal('corrected.zhpkg', { roster, sealedAt: plusMinutes(OPENING, -4500) })
    made.site.at(-2990)
    assert.ok((await made.importFile(corrected)).ok)
    const old = await made.importFile(join(made.folder, 'made', 'real.zhpkg'))
    assert.equal(old.ok ? '' : old.refusal.code, 'package-older')
    made.site.at(-20)
    assert.equal((await opening(made, { id: roster.sitePackageId })).status, 200)
    const third = await made.seal('third.zhpkg', { roster: { ...roster, sitePackageId: newId() }, sealedAt: plusMinutes(OPENING, -4400) })
    const late = await made.importFile(third)
    assert.equal(late.ok ? '' : late.refusal.code, 'sitting-played')
  })
})

describe('the papers are opened', () => {
  let made: SealedSite
  beforeEach(async () => {
    made = await aLoadedSite()
    made.site.at(-20)
  })

  test('by manager and engineer with the spoken key, whoever of them is signed in; then every form is there and nothing lies open', async () => {
    const key = writeKeyText(made.openingKey).toLowerCase().replaceAll('-', ' ')
    const opened = await opening(made, { key, as: 'engineer', second: 'manager' })
    assert.equal(opened.status, 200, JSON.stringify(opened.body))
    assert.deepEqual(opened.body, { openedAt: plusMinutes(OPENING, -20), forms: 1 })
    assert.equal((await opening(made)).code, 'papers-open-already')
    const everything = await everythingAt(made)
    assert.ok(everything.includes(SITE_PACKAGE))
    for (const word of WORDS) {
      assert.equal(everything.includes(word), false, word)
      assert.equal(everything.includes(Buffer.from(word).toString('latin1')), false, word)
      assert.equal(everything.includes(Buffer.from(word).toString('base64').slice(2, -4)), false, word)
    }
    assert.deepEqual(await audited(made, 'papers-opened'), ['done'])
  })

  test('with three of five shares, not with two', async () => {
    const shares = (await splitSecret(made.openingKey, { count: 5, needed: 3 })).map(share =>
      writeShare({ needed: 3, keyMark: keyMarkOf(sha256Hex(made.openingKey)), share }),
    )
    const few = await opening(made, { key: shares.slice(0, 2).join('\n') })
    assert.equal(few.code, 'shares-too-few')
    assert.deepEqual((few.body as { error: { facts: unknown } }).error.facts, { found: 2, needed: 3 })
    assert.equal((await opening(made, { key: [shares[4], shares[0], shares[2]].join('\n') })).status, 200)
  })

  test('not otherwise: each refusal says what to do, and stands in the audit log', async () => {
    const wrong = await opening(made, { key: writeKeyText(newOpeningKey()) })
    assert.equal(wrong.code, 'key-wrong')
    const text = writeKeyText(made.openingKey)
    const mistyped = text.slice(0, 6) + (text[6] === 'A' ? 'B' : 'A') + text.slice(7)
    const group = await opening(made, { key: mistyped })
    assert.equal(group.code, 'key-mistyped-in')
    assert.deepEqual((group.body as { error: { facts: { group: number } } }).error.facts.group, 2, 'the second group of four')
    assert.equal((await opening(made, { key: text.slice(0, -5) })).code, 'key-length')
    assert.equal((await opening(made, { second: 'manager' })).code, 'second-person-same')
    assert.equal((await opening(made, { second: 'keeper-1' })).code, 'second-person-lacks-duty')
    assert.equal((await opening(made, { pass: '别的口令' })).code, 'second-person-refused')
    assert.equal((await opening(made, { as: 'keeper-1' })).status, 403, 'an invigilator is stopped at the door')
    assert.equal((await opening(made, { id: newId() })).code, 'site-package-unknown')
    made.site.at(-31)
    assert.equal((await opening(made)).code, 'opening-too-early')
    made.site.at(51)
    assert.equal((await opening(made)).code, 'opening-too-late')
    made.site.at(-10)
    truncateSync(join(made.folder, 'packages', `${SITE_PACKAGE}.zhpkg`), 900)
    assert.equal((await opening(made)).code, 'archive-damaged')
    assert.deepEqual((await audited(made, 'papers-opening-refused')).toSorted(), [
      'archive-damaged',
      'key-length',
      'key-mistyped-in',
      'key-wrong',
      'opening-too-early',
      'opening-too-late',
      'second-person-lacks-duty',
      'second-person-refused',
      'second-person-same',
      'site-package-unknown',
    ])
    assert.equal(existsSync(join(made.folder, 'files')), false)
  })

  test('the key of a rehearsal is called by its name', async () => {
    const openingKey = newOpeningKey()
    const sittingId = newId()
    const roster = {
      ...made.roster,
      sitePackageId: newId(),
      rehearsal: true,
      title: '考前演练',
      sittings: made.roster.sittings.map(one => ({ ...one, sittingId })),
      candidates: made.roster.candidates.map(one => ({ ...one, sittingId })),
    }
    made.site.at(-19)
    assert.ok((await made.importFile(await made.seal('drill.zhpkg', { roster, openingKey }))).ok)
    const real = await opening(made, { id: roster.sitePackageId })
    assert.equal(real.code, 'real-key')
    made.site.at(-18)
    assert.ok((await made.importFile(join(made.folder, 'made', 'real.zhpkg'))).ok)
    assert.equal((await opening(made, { key: writeKeyText(openingKey) })).code, 'rehearsal-key')
  })
})
