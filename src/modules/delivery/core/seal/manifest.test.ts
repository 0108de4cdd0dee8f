import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OPENING, PACKAGE, SITTING } from '../../fixtures.ts'
import { deliveryRefusals } from '../refusals.ts'
import { KnownSealer, PapersHead, SUITE, SealManifest, SealedRoster, manifestText, sealingText } from './manifest.ts'
import { rehearsalRoster } from './rehearsal.ts'
import { sealRefusals } from './seal-refusals.ts'

const hex = (digit: string) => digit.repeat(64)
const raw = {
  format: 'zhiheng-site-package',
  version: 1,
  suite: SUITE,
  sitePackageId: '1f0c1b7e-3a52-4d5e-9c7b-1d2e3f4a5b6c',
  siteCode: '1101-03',
  title: '2026年11月考次',
  rehearsal: false,
  sealedAt: OPENING,
  validFrom: OPENING,
  validUntil: OPENING + 1,
  engine: { from: '0.1.0', until: '0.1.9' },
  openingKeySha256: hex('a'),
  parts: [
    { name: 'roster.age', sha256: hex('b'), bytes: 1 },
    { name: 'papers.age', sha256: hex('c'), bytes: 2 },
  ],
  papers: [{ packageId: PACKAGE, digest: hex('d') }],
}

test('the text of a manifest does not depend on the order in which it was written', () => {
  const manifest = SealManifest.parse(raw)
  const turned = SealManifest.parse(Object.fromEntries(Object.entries(raw).toReversed()))
  assert.equal(manifestText(turned), manifestText(manifest))
  assert.deepEqual(SealManifest.parse(JSON.parse(manifestText(manifest))), manifest)
})

test('what is signed is not what stands in the file, so that no other signature can be passed off', () => {
  const manifest = SealManifest.parse(raw)
  assert.equal(sealingText(manifest), `zhiheng site package 1\n${manifestText(manifest)}`)
})

test('nothing odd passes as a manifest', () => {
  const odd = [
    { format: 'other' },
    { version: 2 },
    { sitePackageId: '1' },
    { siteCode: '' },
    { validFrom: -1 },
    { validFrom: 1.5 },
    { engine: { from: '1', until: '2' } },
    { engine: { from: 'v1.0.0', until: '2.0.0' } },
    { openingKeySha256: hex('A') },
    { openingKeySha256: 'a' },
    { parts: raw.parts.slice(1) },
    { parts: [...raw.parts, ...raw.parts] },
    { parts: [{ ...raw.parts[0], name: '../evil' }, raw.parts[1]] },
    { parts: [{ ...raw.parts[0], bytes: 0 }, raw.parts[1]] },
    { parts: [{ ...raw.parts[0], bytes: 2 ** 31 }, raw.parts[1]] },
    { papers: [] },
    { papers: [{ packageId: PACKAGE, digest: 'x' }] },
    { extra: true },
  ]
  for (const change of odd) assert.equal(SealManifest.safeParse({ ...raw, ...change }).success, false, JSON.stringify(change))
})

test('the parts have their shapes', () => {
  const roster = rehearsalRoster({
    siteCode: '1101-03',
    siteName: '示范考点',
    sitePackageId: raw.sitePackageId,
    sittingId: SITTING,
    packageId: PACKAGE,
    pairKey: hex('e'),
    seats: 2,
    opensAt: OPENING,
    manager: { name: '负责人', passVerifier: 'm' },
    engineer: { name: '管理员', passVerifier: 'e' },
  })
  assert.equal(SealedRoster.safeParse({ siteSecret: hex('1'), roster }).success, true)
  assert.equal(SealedRoster.safeParse({ siteSecret: 'short', roster }).success, false)
  assert.equal(SealedRoster.safeParse({ siteSecret: hex('1'), roster, more: 1 }).success, false)
  assert.equal(PapersHead.safeParse({ version: 1, sitePackageId: raw.sitePackageId, count: 2 }).success, true)
  for (const count of [0, 41, 1.5])
    assert.equal(PapersHead.safeParse({ version: 1, sitePackageId: raw.sitePackageId, count }).success, false)
  assert.equal(KnownSealer.safeParse({ sealerId: 's', personRef: 'p', name: '甲', publicKey: hex('1') }).success, true)
  assert.equal(KnownSealer.safeParse({ sealerId: 's', personRef: 'p', name: '甲', publicKey: hex('Z') }).success, false)
})

test('every refusal of sealing is in the catalogue of the module and says what to do', () => {
  for (const [code, text] of Object.entries(sealRefusals)) {
    assert.equal(deliveryRefusals[code], text)
    assert.match(text.zh, /请|不要|等到|必/u, code)
    assert.ok(text.zh.length >= 20 && text.zh.length <= 90, `${code} ${text.zh.length}`)
    assert.ok(text.en.length <= 200, code)
  }
})
