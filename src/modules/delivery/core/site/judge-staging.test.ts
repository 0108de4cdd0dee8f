import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plusMinutes } from '../../../../kernel/instant.ts'
import { OPENING, SITE_PACKAGE, SITTING } from '../../fixtures.ts'
import { SUITE, SealManifest } from '../seal/manifest.ts'
import { type LyingPackage, judgeStaging } from './judge-staging.ts'
import { shortDigest } from './site-views.ts'

const manifest = SealManifest.parse({
  format: 'zhiheng-site-package',
  version: 1,
  suite: SUITE,
  sitePackageId: SITE_PACKAGE,
  siteCode: '91012001',
  title: '2026年11月考次',
  rehearsal: false,
  sealedAt: plusMinutes(OPENING, -5000),
  validFrom: plusMinutes(OPENING, -60),
  validUntil: plusMinutes(OPENING, 600),
  engine: { from: '0.1.0', until: '0.1.0' },
  openingKeySha256: '0'.repeat(64),
  parts: ['roster.age', 'papers.age'].map(name => ({ name, sha256: '0'.repeat(64), bytes: 1 })),
  papers: [{ packageId: SITE_PACKAGE, digest: '0'.repeat(64) }],
})
const ours = { manifest, sittings: [SITTING] }
const lying = (changes: Partial<LyingPackage> & { readonly sealedMinutes?: number } = {}): LyingPackage => ({
  sitePackageId: 'another',
  manifest: { sealedAt: plusMinutes(OPENING, changes.sealedMinutes ?? -6000) },
  sittings: [SITTING],
  over: false,
  ...changes,
})
const code = (list: readonly LyingPackage[], minutes = -2000) => {
  const judged = judgeStaging(ours, list, plusMinutes(OPENING, minutes))
  return judged.ok ? 'ok' : judged.refusal.code
}

test('a package comes in days before it is valid, and not after', () => {
  assert.equal(code([]), 'ok')
  assert.equal(code([], 600), 'ok')
  assert.equal(code([], 601), 'package-expired')
})

test('an older package of the same sitting does not take the place of the newer one', () => {
  assert.equal(code([lying()]), 'ok')
  assert.equal(code([lying({ sealedMinutes: -4000 })]), 'package-older')
  assert.equal(code([lying({ sealedMinutes: -4000, sittings: ['another'] })]), 'ok', 'another day is another matter')
  const told = judgeStaging(ours, [lying({ sealedMinutes: -4000 })], OPENING)
  assert.deepEqual(told.ok ? null : told.refusal.facts, { sealedAt: '2026-11-25 21:10', newer: '2026-11-26 13:50' })
})

test('a package whose sittings are over is not played again', () => {
  assert.equal(code([lying({ sitePackageId: SITE_PACKAGE, over: true })]), 'package-replayed')
  assert.equal(code([lying({ sitePackageId: SITE_PACKAGE })]), 'ok', 'the same once more while it is used changes nothing')
  assert.equal(code([lying({ over: true })]), 'ok')
})

test('a digest is read aloud as four groups of four', () => {
  assert.equal(shortDigest('9f2c11d0aa0055ee'.padEnd(64, '7')), '9f2c 11d0 aa00 55ee')
})
