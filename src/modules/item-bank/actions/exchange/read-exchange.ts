import { createHash } from 'node:crypto'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { inspectPackagePicture } from '../../../../platform/files/inspect-picture.ts'
import { pictureRefusals } from '../../../../platform/files/picture-refusals.ts'
import type { Imported } from '../../core/exchange/exchange-item.ts'
import type { Format, ReadingAids } from '../../core/exchange/format.ts'
import type { FormatId } from '../../core/exchange/format-ids.ts'
import { formatOf, recognisedFormat } from '../../core/exchange/registry.ts'
import { MOST_PICTURE_BYTES, PICTURE_TYPES } from '../../core/media/media.ts'
import { openSource } from './open-source.ts'
import { readingAids, told } from './reading-aids.ts'

export type ReadExchange = { readonly format: Format; readonly imported: Imported }
type Verdict = ReturnType<ReadingAids['inspectPicture']>

/** Where a picture has no size of its own. */
const USUAL_SIZE = { width: 800, height: 450 }

/**
 * Reads a file of items in the named format, or in the one it looks like. Refusals: `import-not-readable`, `import-format-unknown`,
 * `import-refused` with every reason, and those of files.
 */
export async function readExchange(
  file: { readonly name: string; readonly bytes: Buffer },
  id: FormatId | null,
): Promise<Result<ReadExchange>> {
  const source = await openSource(file)
  if (!source.ok) return source
  const format = id === null ? recognisedFormat(source.value) : formatOf(id)
  if (format === undefined) return refuse('import-format-unknown')
  const verdicts = new Map<string, Verdict>()
  const met = new Map<string, Uint8Array>()
  const first = format.read(source.value, readingAids(meeting(met, verdicts)))
  for (const [digest, bytes] of met) verdicts.set(digest, await judged(bytes))
  // pictures are judged in the background, so a source with pictures is read a second time with the verdicts at hand
  const read = met.size === 0 ? first : format.read(source.value, readingAids(meeting(new Map(), verdicts)))
  if (read.ok) return ok({ format, imported: read.value })
  return refuse(
    'import-refused',
    { format: format.zh },
    read.refusal.map(fault => ({ path: fault.element, zh: fault.zh, en: fault.en })),
  )
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Answers by the verdict that is known; what has none yet is remembered and taken for good until it is judged. */
function meeting(met: Map<string, Uint8Array>, verdicts: ReadonlyMap<string, Verdict>): ReadingAids['inspectPicture'] {
  return bytes => {
    const digest = sha256(bytes)
    const known = verdicts.get(digest)
    if (known !== undefined) return known
    met.set(digest, bytes)
    return ok({ mediaType: 'image/png', ...USUAL_SIZE })
  }
}

async function judged(bytes: Uint8Array): Promise<Verdict> {
  if (bytes.length > MOST_PICTURE_BYTES) return { ok: false, refusal: { zh: '图片超过2MB', en: 'the picture is larger than 2 MB' } }
  const seen = await inspectPackagePicture(Buffer.from(bytes))
  if (!seen.ok) return { ok: false, refusal: told(seen.refusal, pictureRefusals) }
  const { mediaType, width, height } = seen.value
  if (!(PICTURE_TYPES as readonly string[]).includes(mediaType))
    return { ok: false, refusal: { zh: '图片格式应为PNG、JPEG、WebP或SVG', en: 'a picture is PNG, JPEG, WebP or SVG' } }
  return ok({ mediaType, width: width ?? USUAL_SIZE.width, height: height ?? USUAL_SIZE.height })
}
