import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { text } from 'node:stream/consumers'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type ArchiveOnDisk, openArchiveFile } from '../../../../platform/archive/read-archive.ts'
import { measuring } from '../../../../platform/sealing/age-file.ts'
import { isSignedBy } from '../../../../platform/sealing/signing-keys.ts'
import { type SealTrust, judgeManifest, judgePart } from '../../core/seal/judge-manifest.ts'
import { type KnownSealer, PARTS, type PartName, SUITE, type SealManifest } from '../../core/seal/manifest.ts'

/** What this site knows beforehand: who it is, who may seal for it, and which release runs here. */
export type SiteTrust = {
  readonly siteCode: string
  readonly sealers: readonly KnownSealer[]
  readonly engine: string
  readonly suites?: readonly string[]
}

/** A package whose manifest has been judged. */
export type SitePackageFile = { readonly manifest: SealManifest; readonly archive: ArchiveOnDisk }

const SMALL = { 'manifest.json': 256 * 1024, 'seals.json': 64 * 1024 } as const

/** Opens a package, lets `work` have it, and closes it. Refusals: those of archives, `package-not-one`, those of `judgeManifest`. */
export async function withSitePackage<T>(
  path: string,
  trust: SiteTrust,
  work: (file: SitePackageFile) => Promise<Result<T>>,
): Promise<Result<T>> {
  const archive = await openArchiveFile(path)
  if (!archive.ok) return archive.refusal.code === 'archive-not-one' ? refuse('package-not-one') : archive
  try {
    const manifest = await readManifest(archive.value, trust)
    return manifest.ok ? await work({ manifest: manifest.value, archive: archive.value }) : manifest
  } finally {
    archive.value.close()
  }
}

async function readManifest(archive: ArchiveOnDisk, trust: SiteTrust): Promise<Result<SealManifest>> {
  const expected = [...Object.keys(SMALL), ...PARTS].toSorted()
  const names = archive.entries.map(entry => entry.path).toSorted()
  if (names.join('\n') !== expected.join('\n')) return refuse('package-not-one')
  const manifest = await readSmall(archive, 'manifest.json')
  const seals = await readSmall(archive, 'seals.json')
  if (manifest === null || seals === null) return refuse('manifest-invalid')
  const held: SealTrust = { ...trust, suites: trust.suites ?? [SUITE], isSignedBy }
  return judgeManifest({ manifest, seals }, held)
}

/** Null when it is larger than any such file, or damaged. */
async function readSmall(archive: ArchiveOnDisk, path: keyof typeof SMALL): Promise<string | null> {
  const size = archive.entries.find(entry => entry.path === path)?.size ?? Infinity
  const stream = await archive.stream(path)
  if (!stream.ok || size > SMALL[path]) return null
  return text(stream.value).catch(() => null)
}

/** Reads a part to its end and compares it with the manifest. Refusals: `part-cut-short`, `part-changed`. */
export async function checkPart({ manifest, archive }: SitePackageFile, name: PartName): Promise<Result<true>> {
  const stream = await archive.stream(name)
  if (!stream.ok) return refuse('part-changed', { part: name })
  const meter = measuring()
  try {
    await pipeline(stream.value, meter.through, drain)
  } catch {
    return refuse('part-changed', { part: name })
  }
  return judgePart(manifest, name, meter.facts())
}

/** The part as a stream, and what it was, known once the stream has ended: what was read is what was checked before. */
export async function streamPart(
  { archive }: SitePackageFile,
  name: PartName,
): Promise<Result<{ readonly stream: Readable; readonly facts: () => { readonly sha256: string; readonly bytes: number } }>> {
  const stream = await archive.stream(name)
  if (!stream.ok) return stream
  const meter = measuring()
  stream.value.on('error', error => meter.through.destroy(error))
  return ok({ stream: stream.value.pipe(meter.through), facts: meter.facts })
}

async function drain(pieces: AsyncIterable<unknown>): Promise<void> {
  for await (const piece of pieces) void piece
}
