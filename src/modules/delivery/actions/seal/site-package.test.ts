import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { plusMinutes } from '../../../../kernel/instant.ts'
import type { Result } from '../../../../kernel/result.ts'
import { readArchive } from '../../../../platform/archive/read-archive.ts'
import { writeArchiveFile } from '../../../../platform/archive/write-archive.ts'
import { testDatabase } from '../../../../platform/db/test-database.ts'
import { hashPassword } from '../../../../platform/password.ts'
import { newOpeningKey } from '../../../../platform/sealing/derive.ts'
import { newSigningKey } from '../../../../platform/sealing/signing-keys.ts'
import { openSiteKeys } from '../../../../platform/sealing/site-keys.ts'
import { testContext, testPorts } from '../../../../platform/test-context.ts'
import { historyOf } from '../../../audit/index.ts'
import { writeKeyText } from '../../core/seal/key-text.ts'
import { type SealManifest, manifestText, sealingText } from '../../core/seal/manifest.ts'
import { rehearsalRoster } from '../../core/seal/rehearsal.ts'
import { OPENING, PACKAGE, SITTING, aPackage, aPackageWithMaterial, aPracticalPackage } from '../../fixtures.ts'
import { installPackage, installedPackage } from '../install-package.ts'
import { type OpenPapers, openPapers } from './open-papers.ts'
import { openRoster, readSitePackage } from './read-site-package.ts'
import { type SealSitePackage, type SealedDocument, sealSitePackage } from './seal-site-package.ts'

type SiteRoster = ReturnType<typeof rehearsalRoster>

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-package-'))
const { database, end } = await testDatabase()
after(async () => {
  await end()
  rmSync(folder, { recursive: true })
})
const ports = testPorts(database)
const at = (minutes: number) => testContext(ports, { kind: 'system', job: 'test' }, plusMinutes(OPENING, minutes))

const sha256 = (text: string) => hash('sha256', text, 'hex')
const papers = [aPackage(sha256), aPackageWithMaterial(sha256)]
const list = papers.map(({ packageId, digest }) => ({ packageId, digest }))
const site = await openSiteKeys(join(folder, 'site'), '1101-03')
const otherSite = await openSiteKeys(join(folder, 'other'), '3101-01')
const signing = ['甲', '乙'].map(name => ({ name, key: newSigningKey() }))
const sealers = signing.map(({ name, key }, n) => ({ sealerId: `sealer-${n + 1}`, personRef: name, name, publicKey: key.publicKey }))
const signers = signing.map(({ key }, n) => ({ sealerId: `sealer-${n + 1}`, sign: key.sign })) as unknown as SealSitePackage['sealers']
const trust = { siteCode: '1101-03', sealers, engine: '0.1.0' }
const openingKey = newOpeningKey()
const passVerifier = await hashPassword('开门')

function aRoster(changes: Partial<SiteRoster> = {}): SiteRoster {
  const order = {
    siteCode: '1101-03',
    siteName: '示范考点',
    sitePackageId: '1f0c1b7e-3a52-4d5e-9c7b-1d2e3f4a5b6c',
    sittingId: SITTING,
    packageId: PACKAGE,
    pairKey: 'e'.repeat(64),
    seats: 4,
    opensAt: OPENING,
    manager: { name: '负责人', passVerifier },
    engineer: { name: '管理员', passVerifier },
  }
  return { ...rehearsalRoster(order), rehearsal: false, title: '2026年11月考次', ...changes }
}

const anOrder = (target: string, changes: Partial<SealSitePackage> = {}): SealSitePackage => ({
  roster: aRoster(),
  papers,
  list,
  recipient: site.recipient,
  openingKey,
  sealers: signers,
  sealedAt: plusMinutes(OPENING, -10_000),
  validFrom: plusMinutes(OPENING, -5_000),
  validUntil: plusMinutes(OPENING, 1_000),
  engine: { from: '0.1.0', until: '0.2.0' },
  target: join(folder, target),
  ...changes,
})

async function seal(target: string, changes: Partial<SealSitePackage> = {}): Promise<SealManifest> {
  const sealed = await sealSitePackage(anOrder(target, changes))
  assert.ok(sealed.ok, JSON.stringify(sealed))
  return sealed.value
}

const good = join(folder, 'good.zhpkg')
const manifest = await seal('good.zhpkg')
const openers: OpenPapers['openers'] = [
  { staffId: 'manager', passPhrase: '开门' },
  { staffId: 'engineer', passPhrase: '开门' },
]
const anOpening = (changes: Partial<OpenPapers> = {}): OpenPapers => ({
  path: good,
  trust,
  keys: site,
  keyText: writeKeyText(openingKey),
  openers,
  ...changes,
})
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)
const openCode = async (changes: Partial<OpenPapers> = {}, minutes = -20) => {
  let taken = 0
  const opened = await openPapers(at(minutes), anOpening(changes), async () => void (taken += 1))
  if (!opened.ok) assert.equal(taken, 0, 'no paper is handed out by an opening that is refused')
  return codeOf(opened)
}

/** The package with some of its files replaced, dropped (null) or added. */
async function altered(name: string, change: (files: Map<string, Buffer>) => void): Promise<string> {
  const archive = await readArchive(readFileSync(good))
  assert.ok(archive.ok)
  const files = new Map<string, Buffer>()
  for (const { path } of archive.value.entries) {
    const bytes = await archive.value.read(path)
    if (bytes.ok) files.set(path, bytes.value)
  }
  change(files)
  const path = join(folder, name)
  rmSync(path, { force: true })
  await writeArchiveFile(
    path,
    [...files].map(([inside, from]) => ({ path: inside, from })),
  )
  return path
}

const flipped = (bytes: Buffer, place: number) => {
  const changed = Buffer.from(bytes)
  changed[place] = (changed[place] ?? 0) ^ 1
  return changed
}
const resealed = (changed: SealManifest) => ({
  manifest: Buffer.from(manifestText(changed)),
  seals: Buffer.from(JSON.stringify(signers.map(({ sealerId, sign }) => ({ sealerId, signature: sign(sealingText(changed)) })))),
})

describe('sealing', () => {
  test('makes one file, for its owner alone, and leaves nothing else behind', () => {
    assert.equal(statSync(good).mode & 0o777, 0o600)
    assert.deepEqual(
      readdirSync(folder).filter(name => name.startsWith('.sealing')),
      [],
    )
    const bytes = readFileSync(good)
    for (const word of ['题干', '赵*', '示范考点', openingKey.toString('hex'), 'pairKey']) assert.equal(bytes.includes(word), false, word)
  })

  test('papers other than those announced, and one sealer twice, make no package', async () => {
    const target = 'none.zhpkg'
    const wrong = [{ papers: [...papers].toReversed() }, { papers: papers.slice(1) }, { list: list.slice(1) }]
    for (const change of wrong) assert.equal(codeOf(await sealSitePackage(anOrder(target, change))), 'package-parts-differ')
    const [first] = signers
    assert.equal(codeOf(await sealSitePackage(anOrder(target, { sealers: [first, first] }))), 'seals-one-person')
    assert.equal(existsSync(join(folder, target)), false)
  })
})

describe('a package at its site', () => {
  test('is judged whole, gives its roster to the site key alone, and its papers to both keys', async () => {
    assert.deepEqual(await readSitePackage(good, trust), { ok: true, value: manifest })
    const roster = await openRoster(good, trust, site)
    assert.deepEqual(roster, { ok: true, value: aRoster() })
    const keys: string[] = []
    const opened = await openPapers(at(-30), anOpening(), async (paper, key) => {
      keys.push(key.toString('hex'))
      await database.transact(tx => installPackage(tx, at(-30), paper))
    })
    assert.ok(opened.ok, JSON.stringify(opened))
    assert.deepEqual(
      opened.value.packageIds,
      papers.map(paper => paper.packageId),
    )
    assert.equal(new Set(keys).size, 2)
    for (const paper of papers) assert.deepEqual(await database.transact(tx => installedPackage(tx, paper.packageId)), paper)
  })

  test('both servers of a site get the same form keys', async () => {
    const keysOf = async () => {
      const keys: string[] = []
      await openPapers(at(-10), anOpening(), async (_paper, key) => void keys.push(key.toString('hex')))
      return keys
    }
    assert.deepEqual(await keysOf(), await keysOf())
  })

  test('every opening stands in the audit log, with both persons, and so does every refused one', async () => {
    const subject = { kind: 'site-package', id: '1101-03' }
    const before = (await database.transact(tx => historyOf(tx, subject))).length
    await openCode()
    await openCode({ keyText: writeKeyText(newOpeningKey()) })
    const entries = (await database.transact(tx => historyOf(tx, subject))).slice(before)
    assert.deepEqual(
      entries.map(entry => [entry.type, entry.facts['openers'], entry.facts['why'] ?? null]),
      [
        ['papers-opened', ['manager', 'engineer'], null],
        ['papers-opening-refused', ['manager', 'engineer'], 'key-wrong'],
      ],
    )
    const log = JSON.stringify(entries)
    assert.equal(log.includes('开门') || log.includes(writeKeyText(openingKey)), false)
  })
})

describe('keys', () => {
  test('a wrong key is refused by its hash, a mistyped one by its check', async () => {
    assert.equal(await openCode({ keyText: writeKeyText(newOpeningKey()) }), 'key-wrong')
    const typed = writeKeyText(openingKey)
    assert.equal(await openCode({ keyText: `${typed.slice(0, -1)}${typed.endsWith('7') ? '8' : '7'}` }), 'key-mistyped-in')
    assert.equal(await openCode({ keyText: typed.slice(5) }), 'key-length')
    assert.equal(await openCode({ keyText: typed.toLowerCase().replaceAll('-', ' ') }), 'ok')
  })

  test('the site key of another site opens nothing', async () => {
    assert.equal(codeOf(await openRoster(good, trust, otherSite)), 'site-key-wrong')
    assert.equal(await openCode({ keys: otherSite }), 'site-key-wrong')
  })

  test('the opening key of this package does not open that of another', async () => {
    await seal('second.zhpkg', { openingKey: newOpeningKey() })
    assert.equal(await openCode({ path: join(folder, 'second.zhpkg') }), 'key-wrong')
  })

  test('a rehearsal key is told apart from the real one', async () => {
    const rehearsalKey = newOpeningKey()
    const rehearsal = await seal('rehearsal.zhpkg', { roster: aRoster({ rehearsal: true, title: '考前演练' }), openingKey: rehearsalKey })
    assert.equal(await openCode({ keyText: writeKeyText(rehearsalKey), others: [rehearsal] }), 'rehearsal-key')
    const path = join(folder, 'rehearsal.zhpkg')
    assert.equal(await openCode({ path, others: [manifest] }), 'real-key')
    assert.equal(await openCode({ path, keyText: writeKeyText(rehearsalKey) }, -4_000), 'ok')
  })
})

describe('times and persons', () => {
  test('early, late, before and after validity', async () => {
    assert.equal(await openCode({}, -31), 'opening-too-early')
    assert.equal(await openCode({}, -30), 'ok')
    assert.equal(await openCode({}, 50), 'ok')
    assert.equal(await openCode({}, 51), 'opening-too-late')
    assert.equal(await openCode({}, -5_001), 'package-not-yet-valid')
    assert.equal(await openCode({}, 1_001), 'package-expired')
  })

  test('one person twice, the wrong duties, a stranger, a wrong pass phrase', async () => {
    const [manager, engineer] = openers
    const by = (...two: OpenPapers['openers']) => openCode({ openers: two })
    assert.equal(await by(manager, manager), 'opening-one-person')
    assert.equal(await by(manager, { ...manager, staffId: 'invigilator' }), 'opening-duties')
    assert.equal(await by(manager, { ...engineer, staffId: 'stranger' }), 'opener-unknown')
    assert.equal(await by(manager, { ...engineer, passPhrase: '关门' }), 'opener-unknown')
    assert.equal(await by(engineer, manager), 'ok')
  })
})

describe('a package that is not what was sealed', () => {
  test('other names, other files, or no archive at all', async () => {
    writeFileSync(join(folder, 'text.zhpkg'), '不是压缩包')
    assert.equal(codeOf(await readSitePackage(join(folder, 'text.zhpkg'), trust)), 'package-not-one')
    for (const change of [
      (files: Map<string, Buffer>) => void files.delete('papers.age'),
      (files: Map<string, Buffer>) => void files.set('more', Buffer.from('x')),
    ])
      assert.equal(codeOf(await readSitePackage(await altered('names.zhpkg', change), trust)), 'package-not-one')
  })

  test('cut at every boundary of a chunk, and the container cut anywhere', async () => {
    const archive = await readArchive(readFileSync(good))
    const whole = archive.ok ? await archive.value.read('papers.age') : archive
    assert.ok(whole.ok)
    for (let cut = 0; cut < whole.value.length; cut += Math.min(64 * 1024 + 16, 1 + Math.floor(whole.value.length / 5))) {
      const path = await altered('cut.zhpkg', files => void files.set('papers.age', whole.value.subarray(0, cut)))
      assert.equal(codeOf(await readSitePackage(path, trust)), 'part-cut-short', String(cut))
      assert.equal(await openCode({ path }), 'part-cut-short')
    }
    const container = readFileSync(good)
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      writeFileSync(join(folder, 'short.zhpkg'), container.subarray(0, Math.floor(container.length * share)))
      assert.equal(codeOf(await readSitePackage(join(folder, 'short.zhpkg'), trust)), 'archive-damaged', String(share))
    }
  })

  test('one byte changed in either part, sampled', async () => {
    for (const part of ['roster.age', 'papers.age'] as const)
      for (const place of [0, 30, 100, 200, 1000, -1]) {
        const path = await altered('flip.zhpkg', files => {
          const bytes = files.get(part) ?? Buffer.alloc(0)
          files.set(part, flipped(bytes, place < 0 ? bytes.length - 1 : place))
        })
        assert.equal(codeOf(await readSitePackage(path, trust)), 'part-changed', `${part} ${place}`)
        assert.equal(await openCode({ path }), 'part-changed', `${part} ${place}`)
      }
  })

  test('a manifest with a changed letter, with other seals, or with those of another package', async () => {
    const other = resealed({ ...manifest, title: '别的考次' })
    const cases: readonly [string, (files: Map<string, Buffer>) => void][] = [
      ['seal-forged', files => void files.set('manifest.json', other.manifest)],
      ['seal-forged', files => void files.set('seals.json', other.seals)],
      ['manifest-invalid', files => void files.set('manifest.json', Buffer.from(`${manifestText(manifest)}\n`))],
      ['manifest-invalid', files => void files.set('manifest.json', Buffer.alloc(300 * 1024, ' '))],
      ['seals-too-few', files => void files.set('seals.json', Buffer.from('[]'))],
    ]
    for (const [code, change] of cases) assert.equal(codeOf(await readSitePackage(await altered('manifest.zhpkg', change), trust)), code)
  })

  test('a downgraded suite, another site, another release, though two sealers stand for it', async () => {
    const with2 = async (changed: SealManifest) => {
      const { manifest: text, seals } = resealed(changed)
      const path = await altered('resealed.zhpkg', files => void files.set('manifest.json', text).set('seals.json', seals))
      return openCode({ path })
    }
    assert.equal(await with2({ ...manifest, suite: 'plain-0' }), 'suite-refused')
    assert.equal(await with2({ ...manifest, siteCode: '3101-01' }), 'package-of-another-site')
    assert.equal(await with2({ ...manifest, engine: { from: '0.2.0', until: '0.3.0' } }), 'package-needs-other-engine')
  })

  test('parts of two packages put together, although the sealers were made to seal it', async () => {
    await seal('foreign.zhpkg', { roster: aRoster({ sitePackageId: '2f0c1b7e-3a52-4d5e-9c7b-1d2e3f4a5b6c' }) })
    const archive = await readArchive(readFileSync(join(folder, 'foreign.zhpkg')))
    assert.ok(archive.ok)
    for (const part of ['roster.age', 'papers.age'] as const) {
      const bytes = await archive.value.read(part)
      assert.ok(bytes.ok)
      const foreign = { name: part, bytes: bytes.value.length, sha256: hash('sha256', bytes.value, 'hex') }
      const { manifest: text, seals } = resealed({ ...manifest, parts: manifest.parts.map(one => (one.name === part ? foreign : one)) })
      const path = await altered(
        'mixed.zhpkg',
        files => void files.set('manifest.json', text).set('seals.json', seals).set(part, bytes.value),
      )
      assert.equal(codeOf(await readSitePackage(path, trust)), 'ok')
      assert.equal(await openCode({ path }), 'package-parts-differ', part)
    }
  })

  test('the package of another site is refused before anything is opened', async () => {
    await seal('theirs.zhpkg', { roster: aRoster({ siteCode: '3101-01' }), recipient: otherSite.recipient })
    assert.equal(await openCode({ path: join(folder, 'theirs.zhpkg') }), 'package-of-another-site')
  })
})

test('a paper that its taker cannot keep fails the opening as a bug, not as a refusal', async () => {
  await assert.rejects(
    openPapers(at(-20), anOpening(), async () => {
      throw new Error('the disk is full')
    }),
    /the disk is full/,
  )
})

describe('documents of the laboratory', () => {
  const text = JSON.stringify({ version: 1, task: '任务与评分标准', scenario: '场景' })
  const document = { sha256: hash('sha256', text, 'hex'), text }
  const practical = aPracticalPackage(sha256, { task: 'L4-02', document: document.sha256 })
  const withWorld = { papers: [...papers, practical], list: [...list, { packageId: practical.packageId, digest: practical.digest }] }
  const met = async (path: string) => {
    const documents: SealedDocument[] = []
    const opened = await openPapers(
      at(-20),
      anOpening({ path }),
      async () => undefined,
      async one => void documents.push(one),
    )
    return { code: codeOf(opened), documents }
  }

  test('travel sealed behind the papers and come out as they went in', async () => {
    const made = await seal('worlds.zhpkg', { ...withWorld, documents: [document] })
    assert.deepEqual(made.documents, [{ sha256: document.sha256 }])
    const path = join(folder, 'worlds.zhpkg')
    assert.equal(readFileSync(path).includes('评分标准'), false, 'nothing of them is plain')
    assert.deepEqual(await met(path), { code: 'ok', documents: [document] })
  })

  test('that a paper names and nobody gave make no package; packages from before know none', async () => {
    const refused = await sealSitePackage(anOrder('lacking.zhpkg', withWorld))
    assert.equal(codeOf(refused), 'lab-document-missing')
    assert.equal(existsSync(join(folder, 'lacking.zhpkg')), false)
    assert.equal('documents' in manifest, false)
    assert.deepEqual(await met(good), { code: 'ok', documents: [] })
  })

  test('that are not those of the manifest open nothing', async () => {
    const other = { sha256: document.sha256, text: text.replace('任务', '另一') }
    await seal('forged.zhpkg', { ...withWorld, documents: [other] })
    assert.deepEqual(await met(join(folder, 'forged.zhpkg')), { code: 'package-parts-differ', documents: [] })
  })
})
