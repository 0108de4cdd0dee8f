/** A picture of the bank with its licence. `mediaId` is the SHA-256 (hex) of its bytes. */
export type Media = {
  readonly mediaId: string
  readonly mediaType: PictureType
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly licence: Licence
  /** Who holds the right. */
  readonly holder: string
  /** Where it comes from. */
  readonly source: string
  readonly alt: string
}

export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'] as const
export type PictureType = (typeof PICTURE_TYPES)[number]

/** Under what a picture may be used: own work, permission of its holder, a free licence, or free by law. */
export const LICENCES = ['own-work', 'permission', 'cc0', 'cc-by', 'cc-by-sa', 'public-domain'] as const
export type Licence = (typeof LICENCES)[number]

export const MOST_PICTURE_BYTES = 2 * 1024 * 1024

const ENDINGS: Readonly<Record<PictureType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
}

/** A file name for a picture that leaves the bank. */
export function pictureName({ mediaId, mediaType }: Pick<Media, 'mediaId' | 'mediaType'>): string {
  return `${mediaId.slice(0, 16)}.${ENDINGS[mediaType]}`
}
