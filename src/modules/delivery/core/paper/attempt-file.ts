import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { FileAnswerContent } from '../../../interactions/contract.ts'
import type { PackageItem } from './package.ts'

/** A file of a response as it is kept. `sha256` (hex) names its bytes. */
export type AttemptFile = {
  readonly itemId: string
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/** What one attempt may add in all, also with files that were taken out of the response again. */
export const MOST_FILES = 60
export const MOST_FILE_BYTES = 100 * 1024 * 1024
/** Largest single file that any item can ask for. */
export const LARGEST_FILE = 20 * 1024 * 1024

const TEXT_TYPES = ['text/plain', 'text/csv', 'application/json']
const MOST_NAME = 120

/** A file that arrived: `found` is the media type its bytes say, undefined when they say none; `isText` when they are readable text. */
export type ArrivedFile = { readonly name: string; readonly bytes: number; readonly found: string | undefined; readonly isText: boolean }

/**
 * What a file is taken as for an item. Refuses `item-takes-no-file`, `file-missing`, `file-too-large`, `file-type-refused`. The bytes
 * decide, not the name; text says nothing of itself and is taken as the first kind of text that the item accepts.
 */
export function takenFile(item: PackageItem | undefined, file: ArrivedFile): Result<Pick<AttemptFile, 'name' | 'mediaType'>> {
  if (item?.type !== 'file-answer') return refuse('item-takes-no-file')
  const content = FileAnswerContent.parse(item.content)
  if (file.bytes === 0) return refuse('file-missing')
  if (file.bytes > content.mostBytes) return refuse('file-too-large', { limit: `${Math.floor(content.mostBytes / 1024)}KB` })
  const text = file.isText ? content.accept.find(type => TEXT_TYPES.includes(type)) : undefined
  const mediaType = file.found ?? text
  if (mediaType === undefined || !content.accept.includes(mediaType))
    return refuse('file-type-refused', { accepted: content.accept.join('、'), found: mediaType ?? '未知格式 (unknown)' })
  return ok({ name: nameOf(file.name), mediaType })
}

/** Refuses `files-too-many` and `files-too-large` when one more file is more than an attempt may add. */
export function withinQuota(kept: readonly AttemptFile[], file: Pick<AttemptFile, 'itemId' | 'sha256' | 'bytes'>): Result<true> {
  const others = kept.filter(one => one.itemId !== file.itemId || one.sha256 !== file.sha256)
  if (others.length >= MOST_FILES) return refuse('files-too-many', { most: MOST_FILES })
  const bytes = others.reduce((sum, one) => sum + one.bytes, file.bytes)
  return bytes > MOST_FILE_BYTES ? refuse('files-too-large', { most: MOST_FILE_BYTES / (1024 * 1024) }) : ok(true)
}

/** The last part of a name without control characters, not too long; its ending stays. */
function nameOf(name: string): string {
  const plain = (name.split(/[/\\]/).pop() ?? '').replaceAll(/\p{C}/gu, '').trim()
  const letters = [...plain]
  if (plain === '') return '未命名文件'
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? ''
  return letters.length <= MOST_NAME / 2 ? plain : letters.slice(0, MOST_NAME / 2 - ending.length).join('') + ending
}
