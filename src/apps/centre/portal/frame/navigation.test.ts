import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordFaults } from '../../../../ui/words.ts'
import { portalPages } from '../page-table.ts'
import { bottomBarOf, entryAt, isOwnPath, mayOpen, navigationOf, rolesOf, signInPath } from './navigation.ts'
import { navGroups, type PortalPage } from './portal-page.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const load = () => Promise.resolve(() => null)
const page = (path: string, open: PortalPage['open'], nav: PortalPage['nav']): PortalPage => ({ path, open, zh: path, en: path, nav, load })
const pages = [
  page('/home', 'signed-in', { group: 'mine', icon: 'home', phone: 1 }),
  page('/reviews', ['registrar'], { group: 'application', icon: 'application' }),
  page('/reviews/:id', ['registrar'], null),
  page('/tickets', ['candidate'], { group: 'exam', icon: 'calendar', phone: 2 }),
  page('/sign-in', 'everyone', null),
]

test('navigation shows only what a person may open, and no empty group', () => {
  assert.deepEqual(
    navigationOf(pages, ['registrar']).map(s => [s.group, s.entries.map(e => e.path)]),
    [
      ['mine', ['/home']],
      ['application', ['/reviews']],
    ],
  )
  assert.deepEqual(navigationOf(pages, null), [])
})

test('nobody signed in opens only what is for everyone', () => {
  assert.deepEqual(
    pages.filter(p => mayOpen(p, null)).map(p => p.path),
    ['/sign-in'],
  )
})

test('the bottom bar keeps the order of phone ranks, at most four', () => {
  assert.deepEqual(
    bottomBarOf(pages.toReversed(), ['candidate', 'registrar']).map(p => p.path),
    ['/home', '/tickets', '/reviews'],
  )
})

test('a page belongs to the nearest entry above it', () => {
  const entries = [{ path: '/items' }, { path: '/items/new' }, { path: '/forms' }]
  const found = ['/items', '/items/new', '/items/studio/1', '/itemsx', '/'].map(path => entryAt(entries, path))
  assert.deepEqual(found, ['/items', '/items/new', '/items', undefined, undefined])
})

test('roles are named once', () =>
  assert.deepEqual(rolesOf([{ role: 'assessor' }, { role: 'registrar' }, { role: 'assessor' }]), ['assessor', 'registrar']))

test('the way back after sign-in never leaves this site', () => {
  assert.equal(signInPath('/reviews?q=张'), `/sign-in?next=${encodeURIComponent('/reviews?q=张')}`)
  for (const bad of ['//evil.test', '/\\evil.test', 'https://evil.test', '', '/a b']) assert.equal(isOwnPath(bad), false, bad)
})

test('words of the frame match and name every group', () => {
  assert.deepEqual(wordFaults(zh, en), [])
  assert.deepEqual(Object.keys(zh.groups).toSorted(), [...navGroups].toSorted())
})

test('paths of the page table are unique and begin with a slash', () => {
  const paths = portalPages.map(p => p.path)
  assert.equal(new Set(paths).size, paths.length)
  assert.ok(paths.every(path => path.startsWith('/')))
})
