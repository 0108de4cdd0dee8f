import { tellPeerFile } from '../../../contract.ts'
import { FILE_PART_BYTES, FileTaken } from '../../../core/protocol/pair/wire.ts'
import { type FileNews, filesWithNews, toldFile } from '../../../store/attempt-files.ts'
import type { Exchange } from './exchange-state.ts'

/** So many before events have their turn again. */
const MOST_AT_ONCE = 4
const FOREIGN_PAUSE_MS = 2_000

/** Brings files of responses to the peer, part by part. True when there may be more. Throws `PeerSilent`. */
export async function tellFiles(exchange: Exchange, pairKey: string, sittingId: string): Promise<boolean> {
  const { ports, unreadable } = exchange
  const all = await ports.database.transact(tx => filesWithNews(tx, sittingId, MOST_AT_ONCE + unreadable.size))
  const files = all.filter(one => !unreadable.has(one.sha256))
  let kept = 0
  for (const file of files) {
    const bytes = await ports.files.get(file.sha256).catch((error: unknown) => {
      unreadable.add(file.sha256)
      ports.log.error({ err: error as Error, sha256: file.sha256 }, 'a file of a response cannot be read and is not told')
      return null
    })
    if (bytes === null) continue
    const taken = await tellOne(exchange, { pairKey, sittingId, file, bytes })
    if (taken.foreign) {
      exchange.foreignUntil = performance.now() + FOREIGN_PAUSE_MS
      return false
    }
    if (!taken.kept) continue
    kept += 1
    await ports.database.transact(tx => toldFile(tx, sittingId, file))
  }
  return kept > 0
}

type Telling = { readonly pairKey: string; readonly sittingId: string; readonly file: FileNews; readonly bytes: Buffer }

async function tellOne({ ports, send }: Exchange, { pairKey, sittingId, file, bytes }: Telling): Promise<FileTaken> {
  const { news: _told, ...what } = file
  for (let at = 0; ;) {
    const value = { sittingId, ...what, at, base64: bytes.subarray(at, at + FILE_PART_BYTES).toString('base64') }
    const taken = FileTaken.parse(await send({ path: tellPeerFile.path, pairKey, sentAt: ports.clock.now(), value }))
    if (taken.kept || taken.foreign || taken.have <= at) return taken
    at = taken.have
  }
}
