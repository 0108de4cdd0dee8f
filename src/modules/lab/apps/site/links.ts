import type { Frozen } from '../../../../kernel/brand.ts'
import { elements, isInside } from './dom.ts'
import type { Parsed, SiteFile } from './slice.ts'

/** Where a page stands and what a link may lead to. */
export type Place = {
  readonly path: string
  readonly files: readonly Frozen<SiteFile>[]
  readonly outside: readonly string[]
  readonly own: string | null
}
export type Reached = { readonly kind: 'file' | 'outside' | 'here' | 'dead' | 'case'; readonly path: string }

const small = (text: string): string => text.replace(/[A-Z]/g, letter => letter.toLowerCase())

/** `./a/../b.html` from `x/y.html` → `x/b.html`; a folder means its index. */
export function resolved(from: string, to: string): string {
  const bare = to.replace(/[?#].*$/, '')
  const start = bare.startsWith('/') ? [] : from.split('/').slice(0, -1)
  const path: string[] = []
  for (const step of [...start, ...bare.split('/')]) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  const joined = path.join('/')
  return joined === '' || bare.endsWith('/') ? `${joined === '' ? '' : `${joined}/`}index.html` : joined
}

/** Where a reference leads: into the site, outside, within the page, or nowhere. Servers tell capital letters from small ones. */
export function reach(href: string, { path, files, outside, own }: Place, page: Frozen<Parsed> | null): Reached {
  const value = href.trim()
  if (value.startsWith('#')) {
    const id = value.slice(1)
    const there = page?.nodes.some(node => node.attrs['id'] === id || (node.name === 'a' && node.attrs['name'] === id)) === true
    return { kind: id !== '' && there ? 'here' : 'dead', path: value }
  }
  if (/^(mailto:[^@\s]+@[^@\s]+|tel:[+\d-]{5,20})$/.test(value)) return { kind: 'outside', path: value }
  const absolute = /^(?:https?:)?\/\/([^/:?#]+)([^?#]*)/.exec(value)
  if (absolute !== null && absolute[1] !== own) return { kind: outside.includes(absolute[1] ?? '') ? 'outside' : 'dead', path: value }
  if (absolute === null && /^[a-z][a-z0-9+.-]*:/i.test(value)) return { kind: 'dead', path: value }
  if (value === '') return { kind: 'dead', path: value }
  const target = resolved(path, absolute === null ? value : absolute[2] || '/')
  if (files.some(f => f.path === target)) return { kind: 'file', path: target }
  return { kind: files.some(f => small(f.path) === small(target)) ? 'case' : 'dead', path: target }
}

export type PageLink = { readonly href: string; readonly text: string; readonly reached: Reached }

/** The links of a page with the words they stand on; a picture counts by its text. */
export function linksOf(page: Frozen<Parsed>, place: Place): PageLink[] {
  return elements(page, 'a')
    .filter(a => a.attrs['href'] !== undefined)
    .map(a => {
      const texts = page.nodes.flatMap((node, at) => {
        if (!isInside(page, at, a.at)) return []
        return node.name === '#text' ? [node.text] : node.name === 'img' ? [node.attrs['alt'] ?? ''] : []
      })
      const href = a.attrs['href'] ?? ''
      return { href, text: texts.join(' ').replace(/\s+/g, ' ').trim(), reached: reach(href, place, page) }
    })
}

/** Files a page needs to look as it should: pictures, style sheets, its icon. */
export function neededBy(page: Frozen<Parsed>): string[] {
  return [
    ...elements(page, 'img', 'source').flatMap(node => (node.attrs['src'] === undefined ? [] : [node.attrs['src']])),
    ...elements(page, 'link').flatMap(node =>
      /^(stylesheet|icon|shortcut icon)$/.test(node.attrs['rel'] ?? '') && node.attrs['href'] !== undefined ? [node.attrs['href']] : [],
    ),
  ]
}

/** Pages that can be come to from the front page, nearest first. */
export function reachablePages(files: readonly Frozen<SiteFile>[], outside: readonly string[], own: string | null): string[] {
  const seen = files.some(f => f.path === 'index.html') ? ['index.html'] : []
  for (const path of seen) {
    const page = files.find(f => f.path === path)?.page ?? null
    if (page === null) continue
    for (const { reached } of linksOf(page, { path, files, outside, own }))
      if (reached.kind === 'file' && !seen.includes(reached.path)) seen.push(reached.path)
  }
  return seen.filter(path => files.find(f => f.path === path)?.kind === 'html')
}
