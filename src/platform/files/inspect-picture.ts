import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { type Result, ok, refuse } from '../../kernel/result.ts'
import { inspectSvg } from './inspect-svg.ts'
import { PICTURE_LIMITS, type PictureFacts } from './picture-facts.ts'

const TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const

/** Judges a picture from a package by its content: its kind, its pixels by the header alone, and for SVG everything that could act. */
export async function inspectPackagePicture(bytes: Buffer): Promise<Result<PictureFacts>> {
  if (bytes.length > PICTURE_LIMITS.bytes) return refuse('picture-too-many-bytes', { limit: PICTURE_LIMITS.bytes })
  const found = (await fileTypeFromBuffer(bytes))?.mime
  const mediaType = TYPES.find(type => type === found)
  if (mediaType === undefined) return inspectSvg(bytes)
  try {
    const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false, animated: true }).metadata()
    // of an animation the height is that of all its pictures
    const pixels = width * height
    if (pixels > PICTURE_LIMITS.pixels) return refuse('picture-flood', { width, height, limit: PICTURE_LIMITS.pixels })
    return ok({ mediaType, width, height: Math.round(height / pages) })
  } catch {
    return refuse('picture-damaged')
  }
}
