import { type Result, ok, refuse } from '../../kernel/result.ts'
import { type XmlElement, attributeOf, descendants, textWithin } from '../../kernel/xml.ts'
import { decodeXml } from '../markup/decode-xml.ts'
import { readXml } from '../markup/read-xml.ts'
import { PICTURE_LIMITS, type PictureFacts } from './picture-facts.ts'

const ACTIVE_ELEMENTS = new Set([
  'script',
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'handler',
  'listener',
  'audio',
  'video',
  'canvas',
  'link',
  'base',
  'meta',
  'animate',
  'set',
  'animatemotion',
  'animatetransform',
])
const INNER_REFERENCE = /^\s*(#|data:image\/(png|jpeg|gif|webp);base64,)/i
const INNER_STYLE_REFERENCE = /url\(\s*["']?\s*(?!#|["']?#)/i

/** An SVG that only draws: no script, event, animation, foreign content or reference to anything outside. */
export function inspectSvg(bytes: Buffer): Result<PictureFacts> {
  const text = decodeXml(bytes)
  if (!text.ok || !/<([\w-]+:)?svg[\s>/]/.test(text.value.slice(0, 10_000))) return refuse('picture-unknown')
  if (bytes.length > PICTURE_LIMITS.svgBytes) return refuse('picture-too-many-bytes', { limit: PICTURE_LIMITS.svgBytes })
  if (/<\?(?!xml\s)/i.test(text.value)) return refuse('picture-active', { what: '<?' })
  const root = readXml(text.value)
  if (!root.ok) return root.refusal.code === 'xml-doctype' ? refuse('picture-active', { what: 'DOCTYPE' }) : refuse('picture-damaged')
  if (root.value.name !== 'svg') return refuse('picture-unknown')
  for (const element of descendants(root.value)) {
    const what = activeIn(element)
    if (what !== null) return refuse('picture-active', { what })
  }
  return sizeOf(root.value)
}

function activeIn(element: XmlElement): string | null {
  if (ACTIVE_ELEMENTS.has(element.name.toLowerCase())) return element.name
  if (element.name.toLowerCase() === 'style' && isOutside(textWithin(element))) return 'style'
  for (const [name, value] of Object.entries(element.attributes)) {
    if (/^on/i.test(name)) return name
    if (/^(href|src)$/i.test(name) && !INNER_REFERENCE.test(value)) return name
    if (isOutside(value)) return name
  }
  return null
}

/** Style that loads something; escapes could hide the words, so they are refused as well. */
function isOutside(style: string): boolean {
  if (/@import|expression\s*\(|javascript:|-moz-binding/i.test(style)) return true
  return INNER_STYLE_REFERENCE.test(style) || (/\\/.test(style) && /\(|@|:/.test(style))
}

function sizeOf(root: XmlElement): Result<PictureFacts> {
  const [width, height] = ['width', 'height'].map(name => lengthOf(attributeOf(root, name))) as [number | null, number | null]
  const box = (attributeOf(root, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const w = width ?? finite(box[2])
  const h = height ?? finite(box[3])
  if (w !== null && h !== null && w * h > PICTURE_LIMITS.pixels)
    return refuse('picture-flood', { width: w, height: h, limit: PICTURE_LIMITS.pixels })
  return ok({ mediaType: 'image/svg+xml', width: w, height: h })
}

function lengthOf(text: string | undefined): number | null {
  const number = /^\s*(\d+(?:\.\d+)?(?:e\d+)?)(px)?\s*$/i.exec(text ?? '')?.[1]
  return number === undefined ? null : Math.ceil(Number(number))
}

function finite(n: number | undefined): number | null {
  return n !== undefined && Number.isFinite(n) ? Math.ceil(n) : null
}
