import { resolved } from '../links.ts'
import type { Asset, SiteFile } from './view.ts'

const GROUNDS = [
  ['#dfe9f1', '#7d9a6b', '#4f7a52'],
  ['#f3ead8', '#b98a4e', '#8a6234'],
  ['#e6e4ee', '#8a86a8', '#5f5b82'],
] as const

/** A drawing that stands for a picture of the library, as a data address: sky, hills, and what it is of. */
export function pictureOf({ name, zh, width, height }: Asset): string {
  const [sky, far, near] = GROUNDS[[...name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % GROUNDS.length] ?? GROUNDS[0]
  const size = Math.max(12, Math.round(Math.min(width, height) / 8))
  const hill = (colour: string, top: number, mid: number): string =>
    `<path fill="${colour}" d="M0 ${height * top}Q${width * mid} ${height * (top - 0.35)} ${width} ${height * top}V${height}H0z"/>`
  const label = zh.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const text = `<text x="${width / 2}" y="${height * 0.9}" font-size="${size}" text-anchor="middle" fill="#fff">${label}</text>`
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`
  const drawn = `${head}<rect width="100%" height="100%" fill="${sky}"/>${hill(far, 0.7, 0.3)}${hill(near, 0.85, 0.7)}${text}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(drawn)}`
}

type Place = { readonly path: string; readonly files: readonly SiteFile[]; readonly assets: readonly Asset[] }

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]?.replace(/&amp;/g, '&') ?? ''
}

/**
 * Markup that was made safe, for a frame without an address of its own: style sheets of the project stand in it, pictures are drawn, links lead
 * nowhere. A picture that is not in the project stays broken, as a visitor would see it.
 */
export function framed(html: string, { path, files, assets }: Place): string {
  const fileOf = (href: string): SiteFile | undefined => files.find(f => f.path === resolved(path, href))
  const styled = html.replace(/<link [^>]*>/g, tag => {
    if (attribute(tag, 'rel') !== 'stylesheet') return ''
    const sheet = fileOf(attribute(tag, 'href'))
    return sheet?.kind === 'css' ? `<style>${sheet.text.replace(/<\//g, '')}</style>` : ''
  })
  const drawn = styled.replace(/<img [^>]*>/g, tag => {
    const file = fileOf(attribute(tag, 'src'))
    const asset = file?.kind === 'asset' ? assets.find(a => a.name === file.text) : undefined
    return tag.replace(/ src="[^"]*"/, ` src="${asset === undefined ? 'data:,' : pictureOf(asset)}"`)
  })
  // a target that a frame without rights may not open keeps every link from leaving it
  return drawn.replace('<!doctype html>', '<!doctype html><base target="_blank">')
}
