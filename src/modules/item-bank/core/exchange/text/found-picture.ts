import type { ExchangeMedia } from '../exchange-item.ts'
import type { ReadingAids } from '../format.ts'
import type { Notes } from '../notes.ts'
import type { FoundPicture } from './html-prose.ts'

/** Where pictures go while an item is read. */
type Shelf = { readonly aids: ReadingAids; readonly notes: Notes; readonly media: Map<string, ExchangeMedia> }

/** Keeps a picture that an item names, once however often it is named. One that cannot be used is told as lost, and null. */
export function keepPicture({ aids, notes, media }: Shelf, name: string, bytes: Uint8Array): FoundPicture | null {
  const seen = aids.inspectPicture(bytes)
  if (!seen.ok) {
    notes.lost(`file ${name}`, `图片不能使用：${seen.refusal.zh}`, `the picture cannot be used: ${seen.refusal.en}`)
    return null
  }
  const digest = aids.sha256(bytes)
  media.set(digest, { media: digest, mediaType: seen.value.mediaType, bytes })
  return { media: digest, width: seen.value.width, height: seen.value.height }
}

/** An address without its percent signs; as it stands where they mean nothing. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
