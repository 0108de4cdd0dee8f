import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instant, plusMinutes } from '../../../../kernel/instant.ts'
import { OPENING, PACKAGE } from '../../fixtures.ts'
import { type SealTrust, isValidAt, judgeManifest, judgePart } from './judge-manifest.ts'
import { SUITE, type Seal, SealManifest, manifestText, sealingText } from './manifest.ts'

const hex = (digit: string) => digit.repeat(64)
const aManifest = (changes: Partial<SealManifest> = {}): SealManifest =>
  SealManifest.parse({
    format: 'zhiheng-site-package',
    version: 1,
    suite: SUITE,
    sitePackageId: '1f0c1b7e-3a52-4d5e-9c7b-1d2e3f4a5b6c',
    siteCode: '1101-03',
    title: '2026年11月考次',
    rehearsal: false,
    sealedAt: plusMinutes(OPENING, -10_000),
    validFrom: plusMinutes(OPENING, -5_000),
    validUntil: plusMinutes(OPENING, 1_000),
    engine: { from: '1.2.0', until: '1.10.9' },
    openingKeySha256: hex('a'),
    parts: [
      { name: 'roster.age', sha256: hex('b'), bytes: 1000 },
      { name: 'papers.age', sha256: hex('c'), bytes: 5000 },
    ],
    papers: [{ packageId: PACKAGE, digest: hex('d') }],
    ...changes,
  })

/** A signature that only this key would make of this text: enough where the check itself is an argument. */
const signed = (publicKey: string, text: string) =>
  [...publicKey, ...text].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5).toString(16)
const trust: SealTrust = {
  siteCode: '1101-03',
  engine: '1.10.0',
  suites: [SUITE],
  sealers: ['甲', '乙', '甲'].map((name, n) => ({ sealerId: `sealer-${n + 1}`, personRef: name, name, publicKey: hex(String(n + 1)) })),
  isSignedBy: (publicKey, text, signature) => signed(publicKey, text) === signature,
}
const sealOf = (n: number, manifest: SealManifest): Seal => ({
  sealerId: `sealer-${n}`,
  signature: signed(hex(String(n)), sealingText(manifest)),
})

function codeOf(
  manifest: SealManifest,
  { seals, text, held = trust }: { seals?: readonly Seal[]; text?: string; held?: SealTrust } = {},
): string {
  const given = seals ?? [sealOf(1, manifest), sealOf(2, manifest)]
  const judged = judgeManifest({ manifest: text ?? manifestText(manifest), seals: JSON.stringify(given) }, held)
  return judged.ok ? 'ok' : judged.refusal.code
}

test('two sealers of the list, this site, this suite, this release', () => {
  const manifest = aManifest()
  const judged = judgeManifest(
    { manifest: manifestText(manifest), seals: JSON.stringify([sealOf(1, manifest), sealOf(2, manifest)]) },
    trust,
  )
  assert.deepEqual(judged, { ok: true, value: manifest })
})

test('one sealer, the same twice, and one person with two keys are refused', () => {
  const manifest = aManifest()
  assert.equal(codeOf(manifest, { seals: [] }), 'seals-too-few')
  assert.equal(codeOf(manifest, { seals: [sealOf(1, manifest)] }), 'seals-too-few')
  assert.equal(codeOf(manifest, { seals: [sealOf(1, manifest), sealOf(1, manifest)] }), 'seals-one-person')
  assert.equal(codeOf(manifest, { seals: [sealOf(1, manifest), sealOf(3, manifest)] }), 'seals-one-person')
  assert.equal(codeOf(manifest, { seals: [1, 2, 3].map(n => sealOf(n, manifest)) }), 'ok')
})

test('an unknown sealer and a false seal are refused, also beside two good ones', () => {
  const manifest = aManifest()
  const good = [sealOf(1, manifest), sealOf(2, manifest)]
  assert.equal(codeOf(manifest, { seals: [...good, { sealerId: 'stranger', signature: 'x' }] }), 'seals-unknown')
  assert.equal(codeOf(manifest, { seals: [...good, { sealerId: 'sealer-3', signature: 'x' }] }), 'seal-forged')
  assert.equal(codeOf(manifest, { seals: [sealOf(1, manifest), sealOf(2, aManifest({ title: '别的' }))] }), 'seal-forged')
})

test('every field is under the seals', () => {
  const manifest = aManifest()
  const seals = [sealOf(1, manifest), sealOf(2, manifest)]
  const changes: readonly Partial<SealManifest>[] = [
    { siteCode: '1101-04' },
    { validUntil: plusMinutes(OPENING, 9_999) },
    { rehearsal: true },
    { suite: 'plain' },
    { openingKeySha256: hex('0') },
    { engine: { from: '0.0.0', until: '9.9.9' } },
    { parts: manifest.parts.map(part => ({ ...part, sha256: hex('0') })) },
    { papers: [{ packageId: PACKAGE, digest: hex('0') }] },
  ]
  for (const change of changes) assert.equal(codeOf(aManifest(change), { seals }), 'seal-forged', JSON.stringify(change))
})

test('a manifest has one text only', () => {
  const manifest = aManifest()
  const text = manifestText(manifest)
  for (const other of [
    `${text} `,
    JSON.stringify(manifest),
    text.replace('{', '{"title":"别的",'),
    text.slice(1),
    '',
    'null',
    text.slice(0, -1),
  ])
    assert.equal(codeOf(manifest, { text: other }), 'manifest-invalid', other.slice(0, 40))
  assert.equal(codeOf(manifest, { text: manifestText({ ...manifest, extra: 1 } as SealManifest) }), 'manifest-invalid')
})

test('a weaker suite is refused although two sealers stand for it', () => {
  assert.equal(codeOf(aManifest({ suite: 'passphrase-scrypt-10' })), 'suite-refused')
  assert.equal(codeOf(aManifest(), { held: { ...trust, suites: ['sm2-sm4-sm3'] } }), 'suite-refused')
})

test('the package of another site is refused by name', () => {
  const manifest = aManifest({ siteCode: '3101-01' })
  const judged = judgeManifest(
    { manifest: manifestText(manifest), seals: JSON.stringify([sealOf(1, manifest), sealOf(2, manifest)]) },
    trust,
  )
  assert.deepEqual(judged, { ok: false, refusal: { code: 'package-of-another-site', facts: { site: '3101-01', own: '1101-03' } } })
})

test('releases are compared as numbers, both ends included', () => {
  const at = (engine: string) => codeOf(aManifest(), { held: { ...trust, engine } })
  assert.deepEqual(['1.1.9', '1.2.0', '1.9.0', '1.10.9', '1.10.10', '2.0.0'].map(at), [
    'package-needs-other-engine',
    'ok',
    'ok',
    'ok',
    'package-needs-other-engine',
    'package-needs-other-engine',
  ])
})

test('a part twice, or a validity that ends before it begins, is no manifest', () => {
  const { parts, validFrom } = aManifest()
  assert.equal(codeOf(aManifest({ parts: [parts[0], parts[0]].flatMap(part => part ?? []) })), 'manifest-invalid')
  assert.equal(codeOf(aManifest({ validUntil: validFrom })), 'manifest-invalid')
})

test('valid from the first to the last moment', () => {
  const manifest = aManifest()
  const at = (ms: number) => {
    const valid = isValidAt(manifest, instant(ms))
    return valid.ok ? 'ok' : valid.refusal.code
  }
  assert.equal(at(manifest.validFrom - 1), 'package-not-yet-valid')
  assert.equal(at(manifest.validFrom), 'ok')
  assert.equal(at(manifest.validUntil), 'ok')
  assert.equal(at(manifest.validUntil + 1), 'package-expired')
})

test('a part is judged by its length first, then by its digest', () => {
  const judge = (found: { sha256: string; bytes: number }) => {
    const judged = judgePart(aManifest(), 'papers.age', found)
    return judged.ok ? 'ok' : judged.refusal.code
  }
  assert.equal(judge({ sha256: hex('c'), bytes: 5000 }), 'ok')
  assert.equal(judge({ sha256: hex('e'), bytes: 4999 }), 'part-cut-short')
  assert.equal(judge({ sha256: hex('e'), bytes: 5000 }), 'part-changed')
  assert.equal(judge({ sha256: hex('c'), bytes: 5001 }), 'part-changed')
})
