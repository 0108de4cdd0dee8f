import sharp from 'sharp'
import { diceOf, pick, roll } from '../../../../kernel/dice.ts'
import type { ClientFile } from '../../../../platform/http/client.ts'

/** Files that people hand in: real pictures, and one that only says it is. */
export type Pictures = {
  portrait(index: number): ClientFile
  scan(index: number, title: string): ClientFile
  /** A text under the name of a picture. */
  disguised(title: string): ClientFile
}

const VARIANTS = 16

/** Draws some portraits and scans that differ from each other. */
export async function drawPictures(seed: string): Promise<Pictures> {
  const numbers = Array.from({ length: VARIANTS }, (_, i) => i)
  const portraits = await Promise.all(numbers.map(i => jpeg(portrait(seed, i))))
  const scans = await Promise.all(numbers.map(i => jpeg(scan(seed, i))))
  const file = (name: string, bytes: Uint8Array<ArrayBuffer> | undefined): ClientFile => ({
    name,
    type: 'image/jpeg',
    bytes: bytes ?? new Uint8Array(),
  })
  return {
    portrait: index => file('证件照片.jpg', portraits[index % VARIANTS]),
    scan: (index, title) => file(`${title}.jpg`, scans[index % VARIANTS]),
    disguised: title => file(`${title}.jpg`, new TextEncoder().encode('这不是图片，只是改了扩展名的文字。'.repeat(20))),
  }
}

async function jpeg(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer())
}

/** Head and shoulders on white or blue. */
function portrait(seed: string, variant: number): string {
  const dice = diceOf(`portrait|${seed}|${variant}`)
  const ground = pick(['#ffffff', '#438edb', '#d9e6f2'], dice)
  const skin = pick(['#f0c9a4', '#e0b089', '#f5d6b8'], dice)
  const coat = `hsl(${roll(dice, 360)} 30% ${25 + roll(dice, 25)}%)`
  const face = `<ellipse cx="150" cy="175" rx="${62 + roll(dice, 10)}" ry="82" fill="${skin}"/><path d="M82 160 Q150 ${40 + roll(dice, 30)} 218 160 Q150 115 82 160" fill="#2a2320"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="420"><rect width="300" height="420" fill="${ground}"/><path d="M30 420 Q40 290 150 285 Q260 290 270 420" fill="${coat}"/>${face}</svg>`
}

/** A page with lines of writing and a round seal. */
function scan(seed: string, variant: number): string {
  const dice = diceOf(`scan|${seed}|${variant}`)
  const lines = Array.from(
    { length: 9 },
    (_, i) => `<rect x="60" y="${120 + i * 46}" width="${260 + roll(dice, 220)}" height="9" fill="#333"/>`,
  ).join('')
  const seal = `<circle cx="${380 + roll(dice, 60)}" cy="${600 + roll(dice, 60)}" r="58" fill="none" stroke="#c0202a" stroke-width="7"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="560" height="780"><rect width="560" height="780" fill="#fdfcf8"/><rect x="180" y="52" width="200" height="22" fill="#222"/>${lines}${seal}</svg>`
}
