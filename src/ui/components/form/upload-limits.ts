import { showBytes } from '../../format.ts'
import { fill, type Language } from '../../words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

/** What a field takes: media types and the greatest size in bytes. The server checks the content again. */
export type UploadLimits = { readonly mediaTypes: readonly string[]; readonly maxBytes: number }

/** A portrait: JPEG or PNG up to 5 MB. */
export const photoLimits: UploadLimits = { mediaTypes: ['image/jpeg', 'image/png'], maxBytes: 5 * 1024 ** 2 }
/** A scan: PDF, JPEG or PNG up to 5 MB. */
export const evidenceLimits: UploadLimits = { mediaTypes: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 5 * 1024 ** 2 }

const NAMES: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'text/csv': 'CSV',
}

/** `JPG`, `PDF`; an unknown type keeps its own name. */
export function typeName(mediaType: string): string {
  return NAMES[mediaType] ?? (mediaType || '?')
}

export function typeNames(limits: UploadLimits, language: Language): string {
  return limits.mediaTypes.map(typeName).join(language === 'zh' ? '、' : ', ')
}

/** Why a file cannot be taken, in words; null when it can. */
export function uploadFault(
  file: { readonly name: string; readonly type: string; readonly size: number },
  limits: UploadLimits,
  language: Language,
): string | null {
  const words = (language === 'zh' ? zh : en).upload
  if (!limits.mediaTypes.includes(file.type))
    return fill(words.wrongType, {
      type: /\.(\w{1,5})$/.exec(file.name)?.[1]?.toUpperCase() ?? typeName(file.type),
      types: typeNames(limits, language),
    })
  if (file.size === 0) return words.empty
  if (file.size > limits.maxBytes)
    return fill(words.tooLarge, { size: showBytes(file.size, language), limit: showBytes(limits.maxBytes, language) })
  return null
}
