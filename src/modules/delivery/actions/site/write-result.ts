import { mkdirSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Ctx } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/id.ts'
import type { Statement } from '../../core/record/judge-record.ts'
import { type SittingRecord, filesOfLine } from '../../core/record/record.ts'
import type { ResultEnvelope, SignerWord } from '../../core/record/result-file.ts'
import type { CentreKeys } from '../../core/site/site-package.ts'
import { type ResultView, shortDigest } from '../../core/site/site-views.ts'
import type { KeptResult } from '../../store/hall/results.ts'
import { layDownWorlds } from '../client/lab/world-entries.ts'
import { encryptResult } from '../record/result-file.ts'
import { type ResultNote, type SitePlace, noteFile, resultFile } from './place.ts'

/** A result before it is sealed. */
export type Built = { readonly lines: readonly string[]; readonly statement: Statement; readonly record: SittingRecord }

/** Writes the package aside and renames it, so that half a file is never taken for one. */
export async function writeResult(
  ctx: Ctx,
  place: SitePlace,
  { statement, lines, record: { attempts } }: Built,
  { words, centre }: { readonly words: SignerWord[]; readonly centre: CentreKeys },
): Promise<KeptResult> {
  await layDownWorlds(ctx, attempts)
  const files = new Map(attempts.flatMap(one => filesOfLine(one).map(file => [file.sha256, file.bytes] as const)))
  const envelope: ResultEnvelope = {
    format: 'zhiheng-result-file',
    version: 1,
    statement,
    words,
    files: [...files].map(([sha256, bytes]) => ({ sha256, bytes })).toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
  }
  const resultId = newId()
  const target = resultFile(place.dataFolder, resultId)
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  const aside = `${target}.part`
  try {
    const { sha256, bytes } = await encryptResult({ envelope, lines, file: ctx.ports.files.get }, centre.recipient, aside)
    await rename(aside, target)
    const events = attempts.reduce((sum, one) => sum + one.events.length, 0)
    const { root, stateDigest } = statement
    const signers = words.map(word => word.signer)
    const kept: KeptResult = {
      resultId,
      root,
      stateDigest,
      statement,
      signers,
      attempts: attempts.length,
      events,
      byteLength: bytes,
      sha256,
      builtAt: ctx.now,
    }
    const note: ResultNote = { ...viewResult(kept), sittingId: statement.sittingId, siteCode: statement.siteCode }
    await writeFile(noteFile(place.dataFolder, resultId), JSON.stringify(note), { mode: 0o600, flush: true })
    return kept
  } finally {
    await rm(aside, { force: true })
  }
}

export function viewResult(kept: KeptResult): ResultView {
  const { resultId, root, attempts, events, byteLength, sha256, builtAt, signers } = kept
  const fileName = `${kept.statement.siteCode}-${kept.statement.sittingId.slice(0, 8)}-${root.slice(0, 8)}.zhresult`
  return {
    resultId,
    root: shortDigest(root),
    attempts,
    events,
    byteLength,
    sha256,
    builtAt,
    servers: kept.statement.servers,
    signers,
    fileName,
  }
}
