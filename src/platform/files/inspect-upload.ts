import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { type Result, ok, refuse } from '../../kernel/result.ts'
import type { RefusalCatalogue } from '../../kernel/refusal-catalogue.ts'

/**
 * One file of a multipart request, held in memory within the route's limit. Where the route takes large files `path` is where it lies on
 * the disk until the request has been answered, and `bytes` is empty.
 */
export type UploadedFile = { readonly fileName: string; readonly bytes: Buffer; readonly declaredType: string; readonly path?: string }
/** What may be kept: bytes that were decoded and, for pictures, written anew. */
export type InspectedFile = {
  readonly bytes: Buffer
  readonly mediaType: 'image/jpeg' | 'application/pdf'
  readonly width: number | null
  readonly height: number | null
}

const MAX_PIXELS = 50_000_000 // pixel flood (ASVS V5.2.6)
const ACTIVE_PDF = /\/(JavaScript|JS|Launch|EmbeddedFile|OpenAction|AA|RichMedia)\b/

export const uploadRefusals = {
  'file-missing': { status: 400, zh: '没有收到文件，请选择文件后再上传。', en: 'No file arrived; choose a file and try again.' },
  'file-too-large': {
    status: 413,
    zh: '文件超过{limit}，请压缩后再上传。',
    en: 'The file is larger than {limit}; make it smaller and try again.',
  },
  'file-type-refused': {
    status: 415,
    zh: '只接受{accepted}，收到的文件内容是{found}。',
    en: 'Only {accepted} are accepted; this file is {found}.',
  },
  'file-disguised': {
    status: 415,
    zh: '文件扩展名或类型与内容不符（内容是{found}），请上传原始文件。',
    en: 'The file says it is something else than it is ({found}); upload the original.',
  },
  'file-damaged': {
    status: 422,
    zh: '文件无法打开，可能已损坏，请重新扫描或另存后再上传。',
    en: 'The file cannot be opened; scan or save it again.',
  },
  'file-active': {
    status: 415,
    zh: 'PDF中含有脚本、附件或自动动作，请“打印为PDF”后再上传。',
    en: 'This PDF carries scripts, attachments or actions; print it to PDF and try again.',
  },
  'picture-too-small': {
    status: 422,
    zh: '照片至少{minWidth}×{minHeight}像素，这张是{width}×{height}像素。',
    en: 'The photo needs {minWidth}×{minHeight} pixels; this one has {width}×{height}.',
  },
  'picture-too-large': { status: 422, zh: '图片像素过大，请缩小后再上传。', en: 'The picture has too many pixels; make it smaller.' },
} as const satisfies RefusalCatalogue

/**
 * Judges a picture by its content, not its name, decodes it within limits and writes it anew as JPEG,
 * so that metadata and anything hidden behind the picture are gone.
 */
export async function inspectPicture(
  file: UploadedFile,
  need: { minWidth: number; minHeight: number; maxWidth: number },
): Promise<Result<InspectedFile>> {
  const kind = await kindOf(file, ['image/jpeg', 'image/png', 'image/webp'], 'JPEG、PNG、WebP')
  if (!kind.ok) return kind
  try {
    const picture = sharp(file.bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    const { width, height } = await picture.metadata()
    if (width < need.minWidth || height < need.minHeight)
      return refuse('picture-too-small', { minWidth: need.minWidth, minHeight: need.minHeight, width, height })
    const { data, info } = await picture
      .rotate()
      .resize({ width: need.maxWidth, withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 85 })
      .toBuffer({ resolveWithObject: true })
    return ok({ bytes: data, mediaType: 'image/jpeg', width: info.width, height: info.height })
  } catch (error) {
    return refuse(/pixel limit/i.test((error as Error).message) ? 'picture-too-large' : 'file-damaged')
  }
}

/** A drawing or photo as it is: judged by its content, decoded within limits and written anew in its own format, without metadata. */
export async function inspectRaster(
  file: UploadedFile,
): Promise<Result<{ bytes: Buffer; mediaType: 'image/png' | 'image/jpeg' | 'image/webp'; width: number; height: number }>> {
  const kind = await kindOf(file, ['image/jpeg', 'image/png', 'image/webp'], 'JPEG、PNG、WebP、SVG')
  if (!kind.ok) return kind
  try {
    const picture = sharp(file.bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).rotate()
    const mediaType = kind.value as 'image/png' | 'image/jpeg' | 'image/webp'
    const written = {
      'image/png': () => picture.png(),
      'image/jpeg': () => picture.jpeg({ quality: 90 }),
      'image/webp': () => picture.webp(),
    }
    const { data, info } = await written[mediaType]().toBuffer({ resolveWithObject: true })
    return ok({ bytes: data, mediaType, width: info.width, height: info.height })
  } catch (error) {
    return refuse(/pixel limit/i.test((error as Error).message) ? 'picture-too-large' : 'file-damaged')
  }
}

/** A scan: picture or PDF without active content. */
export async function inspectScan(file: UploadedFile): Promise<Result<InspectedFile>> {
  const kind = await kindOf(file, ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'], 'JPEG、PNG、WebP、PDF')
  if (!kind.ok) return kind
  if (kind.value !== 'application/pdf') return inspectPicture(file, { minWidth: 200, minHeight: 200, maxWidth: 2400 })
  const text = file.bytes.toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(text) || !/%%EOF\s*$/.test(text.slice(-1024))) return refuse('file-damaged')
  return ACTIVE_PDF.test(text) ? refuse('file-active') : ok({ bytes: file.bytes, mediaType: 'application/pdf', width: null, height: null })
}

async function kindOf(file: UploadedFile, accepted: readonly string[], names: string): Promise<Result<string>> {
  if (file.bytes.length === 0) return refuse('file-missing')
  const found = (await fileTypeFromBuffer(file.bytes))?.mime ?? '未知格式 (unknown)'
  if (!accepted.includes(found)) {
    const pretends = accepted.includes(file.declaredType)
    return refuse(pretends ? 'file-disguised' : 'file-type-refused', pretends ? { found } : { accepted: names, found })
  }
  const named = TYPE_OF_ENDING[file.fileName.toLowerCase().split('.').pop() ?? '']
  return named !== undefined && named !== found ? refuse('file-disguised', { found }) : ok(found)
}

const TYPE_OF_ENDING: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  exe: 'application/x-msdownload',
  svg: 'image/svg+xml',
  html: 'text/html',
  zip: 'application/zip',
}
