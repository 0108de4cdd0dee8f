import { type Result, ok } from '../../../../kernel/result.ts'
import { inspectSvg } from '../../../../platform/files/inspect-svg.ts'
import { pictureRefusals } from '../../../../platform/files/picture-refusals.ts'
import { type Told, told } from '../exchange/reading-aids.ts'

/** Longest side of a picture in an item, in pixels. */
const LONGEST_SIDE = 10_000

/** Size in pixels of an SVG that may stand in an item: one that only draws and states its size. Refused with the reason in words. */
export function inspectDrawing(bytes: Buffer): Result<{ readonly width: number; readonly height: number }, Told> {
  const seen = inspectSvg(bytes)
  if (!seen.ok) return { ok: false, refusal: told(seen.refusal, pictureRefusals) }
  const { width, height } = seen.value
  if (width === null || height === null || !isSide(width) || !isSide(height))
    return { ok: false, refusal: { zh: '没有写明1至10000像素的尺寸', en: 'it does not state a size from 1 to 10,000 pixels' } }
  return ok({ width, height })
}

const isSide = (length: number) => length >= 1 && length <= LONGEST_SIDE
