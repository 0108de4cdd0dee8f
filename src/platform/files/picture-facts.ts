/** What is known of a picture without decoding it. An SVG may have no size of its own. */
export type PictureFacts = {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml'
  readonly width: number | null
  readonly height: number | null
}

export const PICTURE_LIMITS = { pixels: 50_000_000, bytes: 50_000_000, svgBytes: 2_000_000 } as const
