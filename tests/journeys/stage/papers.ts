import sharp from 'sharp'

/** A file as a person would choose it. */
export type Chosen = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** Head and shoulders on a light ground. */
export async function portrait(): Promise<Chosen> {
  const face =
    '<ellipse cx="150" cy="175" rx="68" ry="84" fill="#f0c9a4"/><path d="M82 160 Q150 50 218 160 Q150 115 82 160" fill="#2a2320"/>'
  const coat = '<path d="M30 420 Q40 290 150 285 Q260 290 270 420" fill="#35506b"/>'
  return { name: '证件照.jpg', mimeType: 'image/jpeg', buffer: await jpeg(300, 420, '#d9e6f2', coat + face) }
}

/** A page with a heading, lines of writing and a round seal. */
export async function scan(title: string): Promise<Chosen> {
  const heading = `<text x="280" y="90" text-anchor="middle" font-size="34" font-family="Noto Sans CJK SC">${title}</text>`
  const lines = Array.from(
    { length: 9 },
    (_, i) => `<rect x="60" y="${150 + i * 46}" width="${320 + ((i * 53) % 120)}" height="8" fill="#333"/>`,
  ).join('')
  const seal = '<circle cx="410" cy="640" r="58" fill="none" stroke="#c0202a" stroke-width="7"/>'
  return { name: `${title}.jpg`, mimeType: 'image/jpeg', buffer: await jpeg(560, 780, '#fdfcf8', heading + lines + seal) }
}

/** A text under the name of a picture. */
export function disguised(title: string): Chosen {
  return { name: `${title}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from('这不是图片，只是改了扩展名的文字。'.repeat(40)) }
}

async function jpeg(width: number, height: number, ground: string, marks: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${ground}"/>${marks}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer()
}
