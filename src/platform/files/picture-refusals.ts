import type { RefusalCatalogue } from '../../kernel/refusal-catalogue.ts'

/** Why a picture of a package is not taken over. */
export const pictureRefusals = {
  'picture-unknown': {
    status: 415,
    zh: '这不是PNG、JPEG、GIF、WebP或SVG图片。',
    en: 'This is not a PNG, JPEG, GIF, WebP or SVG picture.',
  },
  'picture-damaged': { status: 422, zh: '图片无法打开，可能已损坏。', en: 'The picture cannot be opened; it may be damaged.' },
  'picture-flood': {
    status: 422,
    zh: '图片有{width}×{height}像素，超过{limit}像素的上限。',
    en: 'The picture has {width}×{height} pixels, more than the limit of {limit}.',
  },
  'picture-too-many-bytes': { status: 413, zh: '图片文件超过{limit}字节。', en: 'The picture is larger than {limit} bytes.' },
  'picture-active': {
    status: 422,
    zh: 'SVG图片中含有脚本、事件、动画或外部引用（{what}），请另存为不含这些内容的图片。',
    en: 'The SVG picture carries a script, an event, an animation or an outside reference ({what}).',
  },
} as const satisfies RefusalCatalogue
