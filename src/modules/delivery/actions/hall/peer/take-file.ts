import { hash } from 'node:crypto'
import type { Ctx } from '../../../../../platform/context.ts'
import type { Tx } from '../../../../../platform/db/database.ts'
import type { FileTaken, FileTold } from '../../../core/protocol/pair/wire.ts'
import { takeFile } from '../../../store/attempt-files.ts'
import { attemptsStanding } from '../../../store/hall/peer/take.ts'
import type { PairLink } from './link.ts'

/** The one file that is on its way from the peer; whatever is begun next takes its place. */
type Arriving = { readonly sha256: string; readonly parts: readonly Buffer[]; readonly have: number }
const arriving = new WeakMap<PairLink, Arriving>()
const NOTHING = { parts: [], have: 0 }

/**
 * Takes a part of a file. With the last one the bytes are held against their digest and kept, then the row: a row never names a file that
 * is not there. A part that does not follow is answered with where to go on.
 */
export async function takeFilePart(tx: Tx, { ports }: Pick<Ctx, 'ports'>, link: PairLink, told: FileTold): Promise<FileTaken> {
  const { sittingId, sha256, at, base64, ...file } = told
  const standing = await attemptsStanding(tx, sittingId, [file.attemptId])
  if (!standing.has(file.attemptId)) return { kept: false, foreign: true, have: 0 }
  const known = arriving.get(link)
  const so = known?.sha256 === sha256 ? known : { sha256, ...NOTHING }
  if (at !== so.have) return { kept: false, foreign: false, have: so.have }
  const part = Buffer.from(base64, 'base64')
  const next: Arriving = { sha256, parts: [...so.parts, part], have: so.have + part.length }
  if (next.have < file.bytes) {
    arriving.set(link, next)
    return { kept: false, foreign: false, have: next.have }
  }
  arriving.delete(link)
  const bytes = Buffer.concat(next.parts)
  if (bytes.length !== file.bytes || hash('sha256', bytes, 'hex') !== sha256) return { kept: false, foreign: false, have: 0 }
  await ports.files.put(bytes)
  await takeFile(tx, sittingId, { ...file, sha256, news: 0 })
  return { kept: true, foreign: false, have: next.have }
}
