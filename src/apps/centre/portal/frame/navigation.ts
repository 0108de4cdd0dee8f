import type { Grant, Role } from '../../../../kernel/actor.ts'
import { type NavGroup, navGroups, type PortalPage } from './portal-page.ts'

export type NavEntry = PortalPage & { readonly nav: NonNullable<PortalPage['nav']> }
export type NavSection = { readonly group: NavGroup; readonly entries: readonly NavEntry[] }

/** The roles of a person, each once, in the order of the grants. */
export function rolesOf(grants: readonly Pick<Grant, 'role'>[]): readonly Role[] {
  return [...new Set(grants.map(grant => grant.role))]
}

/** May somebody with these roles open the page? `null` is nobody signed in. */
export function mayOpen(page: Pick<PortalPage, 'open'>, roles: readonly Role[] | null): boolean {
  if (page.open === 'everyone') return true
  if (roles === null) return false
  return page.open === 'signed-in' || page.open.some(role => roles.includes(role))
}

/** The side navigation of a person: only what they may open, in groups, empty groups left out. */
export function navigationOf(pages: readonly PortalPage[], roles: readonly Role[] | null): readonly NavSection[] {
  const open = pages.filter((page): page is NavEntry => page.nav !== null && mayOpen(page, roles))
  return navGroups
    .map(group => ({ group, entries: open.filter(page => page.nav.group === group) }))
    .filter(section => section.entries.length > 0)
}

/** The bottom bar of a phone: at most four pages, those with a phone rank first. */
export function bottomBarOf(pages: readonly PortalPage[], roles: readonly Role[] | null): readonly NavEntry[] {
  const entries = navigationOf(pages, roles).flatMap(section => section.entries)
  return entries.toSorted((a, b) => (a.nav.phone ?? 99) - (b.nav.phone ?? 99)).slice(0, 4)
}

/** The entry a page belongs to: the longest path at or above it. Undefined for pages outside of the navigation. */
export function entryAt(entries: readonly Pick<PortalPage, 'path'>[], pathname: string): string | undefined {
  const above = entries.map(entry => entry.path).filter(path => pathname === path || pathname.startsWith(`${path}/`))
  return above.toSorted((a, b) => b.length - a.length)[0]
}

/** Where to sign in, and where to go afterwards; only paths of this site are kept. */
export function signInPath(wanted: string): string {
  return isOwnPath(wanted) && wanted !== '/sign-in' ? `/sign-in?next=${encodeURIComponent(wanted)}` : '/sign-in'
}

/** A path inside this site: never an address of another, however it is dressed. */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])[^\\\s]*$/.test(path)
}
