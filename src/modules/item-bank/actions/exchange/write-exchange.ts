import { createHash } from 'node:crypto'
import { writeArchive } from '../../../../platform/archive/write-archive.ts'
import { writeSheets } from '../../../../platform/sheets/write-sheets.ts'
import type { ExchangeSet, Loss } from '../../core/exchange/exchange-item.ts'
import type { FormatSource, Written } from '../../core/exchange/format.ts'
import type { FormatId } from '../../core/exchange/format-ids.ts'
import { type Crossing, proveCrossing } from '../../core/exchange/prove-written.ts'
import { formatOf } from '../../core/exchange/registry.ts'
import { readingAids } from './reading-aids.ts'

/** A file of items, what it could not hold, and how each item comes back when the file is read again. */
export type WrittenExchange = {
  readonly bytes: Buffer
  readonly mediaType: string
  readonly extension: string
  readonly losses: readonly Loss[]
  readonly crossings: readonly Crossing[]
}

/** Numbers are carried by every format but this one. */
const BY_PLACE: readonly FormatId[] = ['aiken']
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Writes items in a format and reads the result back, so that the list of losses is proven and not only promised. */
export async function writeExchange(id: FormatId, set: ExchangeSet): Promise<WrittenExchange> {
  const known = new Map(set.media.map(one => [one.media, one.mediaType]))
  const aids = readingAids(bytes => ({ ok: true, value: { mediaType: known.get(digestOf(bytes)) ?? 'image/png', width: 1, height: 1 } }))
  const format = formatOf(id)
  const written = format.write(set, aids)
  const again = format.read(sourceOf(written), aids)
  const lost = new Set(written.losses.filter(loss => loss.element === 'item' && loss.kind === 'lost').map(loss => loss.item))
  const crossings = again.ok
    ? proveCrossing(set, again.value, lost, BY_PLACE.includes(id))
    : set.items.map(item => ({ code: item.code, state: 'absent' as const }))
  return { ...(await fileOf(written)), losses: written.losses, crossings }
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function sourceOf(written: Written): FormatSource {
  switch (written.kind) {
    case 'text':
      return { kind: 'text', name: 'items', text: written.text }
    case 'package':
      return { kind: 'package', name: 'items', entries: written.entries }
    case 'sheets':
      return { kind: 'sheets', name: 'items', sheets: written.sheets }
  }
}

async function fileOf(written: Written): Promise<Pick<WrittenExchange, 'bytes' | 'mediaType' | 'extension'>> {
  switch (written.kind) {
    case 'text': {
      const mediaType = written.extension === 'xml' ? 'application/xml' : 'text/plain; charset=utf-8'
      return { bytes: Buffer.from(written.text, 'utf8'), mediaType, extension: written.extension }
    }
    case 'package': {
      const files = [...written.entries].map(([path, bytes]) => ({ path, bytes: Buffer.from(bytes) }))
      return { bytes: await writeArchive(files), mediaType: 'application/zip', extension: 'zip' }
    }
    case 'sheets': {
      const sheets = written.sheets.map(sheet => ({ ...sheet, look: { widths: widthsOf(sheet.rows) } }))
      return { bytes: Buffer.from(await writeSheets(sheets)), mediaType: XLSX, extension: 'xlsx' }
    }
  }
}

/** Wide enough for the heading and the beginning of the texts. */
function widthsOf(rows: readonly (readonly unknown[])[]): number[] {
  const [head = []] = rows
  return head.map((_, at) => Math.min(50, Math.max(10, ...rows.slice(0, 50).map(row => String(row[at] ?? '').length + 4))))
}
