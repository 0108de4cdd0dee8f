import { createHash } from 'node:crypto'
import type { Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { ItemFileFault } from '../../core/files/item-file.ts'
import { MOST_PICTURE_BYTES } from '../../core/media/media.ts'
import { insertMedia } from '../../store/assets/assets.ts'
import { inspectDrawing } from './inspect-drawing.ts'

/** A drawing that came beside an item file. */
type Drawing = { readonly name: string; readonly bytes: Buffer; readonly width: number; readonly height: number }

/** Judges the drawings of a file: beside item files lie SVGs that only draw. */
export async function judgePictures(
  file: string,
  pictures: ReadonlyMap<string, Buffer>,
): Promise<Result<readonly Drawing[], readonly ItemFileFault[]>> {
  const drawings: Drawing[] = []
  const faults: ItemFileFault[] = []
  for (const [name, bytes] of pictures) {
    const verdict = inspectDrawing(bytes)
    if (bytes.length > MOST_PICTURE_BYTES)
      faults.push({ file, code: '', zh: `图片${name}超过2MB`, en: `picture ${name} is larger than 2 MB` })
    else if (!verdict.ok)
      faults.push({
        file,
        code: '',
        zh: `图片${name}不能使用：${verdict.refusal.zh}`,
        en: `picture ${name} cannot be used: ${verdict.refusal.en}`,
      })
    else drawings.push({ name, bytes, ...verdict.value })
  }
  return faults.length > 0 ? { ok: false, refusal: faults } : { ok: true, value: drawings }
}

/** Keeps the drawings of a file: work of its own writer. */
export async function keepPictures(
  tx: Tx,
  ctx: Ctx,
  { pictures, holder, file }: { pictures: readonly Drawing[]; holder: string; file: string },
): Promise<void> {
  for (const { name, bytes, width, height } of pictures) {
    await ctx.ports.files.put(bytes)
    await insertMedia(tx, {
      mediaId: createHash('sha256').update(bytes).digest('hex'),
      mediaType: 'image/svg+xml',
      bytes: bytes.length,
      width,
      height,
      licence: 'own-work',
      holder,
      source: `${file} ${name}`,
      alt: name,
      at: ctx.now,
      person: holder,
    })
  }
}
