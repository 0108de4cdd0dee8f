import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { allRoutes } from '../src/apps/centre/mounted.ts'
import { siteRoutes } from '../src/apps/site/mounted.ts'
import { allRefusals } from '../src/apps/centre/told.ts'
import type { Actor, Role, Scope } from '../src/kernel/actor.ts'
import { localDate } from '../src/kernel/local-date.ts'
import { generalRefusals } from '../src/platform/http/general-refusals.ts'

const ROLES: readonly Role[] = [
  'candidate',
  'teacher',
  'institution-manager',
  'registrar',
  'provincial-officer',
  'national-officer',
  'item-writer',
  'item-reviewer',
  'site-manager',
  'site-engineer',
  'invigilator',
  'assessor',
  'chief-assessor',
  'external-verifier',
  'auditor',
]
const SHORT: Readonly<Record<Role, string>> = {
  candidate: 'cand',
  teacher: 'teac',
  'institution-manager': 'inst',
  registrar: 'regi',
  'provincial-officer': 'prov',
  'national-officer': 'nati',
  'item-writer': 'writ',
  'item-reviewer': 'revi',
  'site-manager': 'site',
  'site-engineer': 'engi',
  invigilator: 'invi',
  assessor: 'asse',
  'chief-assessor': 'chie',
  'external-verifier': 'veri',
  auditor: 'audi',
}
const golden = new URL('./golden/role-route-matrix.txt', import.meta.url)

function scopeOf(role: Role): Scope {
  if (role === 'candidate') return { kind: 'person', person: 'self' }
  if (role === 'registrar' || role === 'provincial-officer' || role === 'external-verifier') return { kind: 'province', province: '91' }
  if (role === 'institution-manager' || role === 'teacher') return { kind: 'institution', institution: '91012001' }
  if (role === 'site-manager' || role === 'site-engineer' || role === 'invigilator') return { kind: 'site', site: '91012001' }
  return { kind: 'nation' }
}

/** Any field a policy may look at is there and names a thing within the scopes above. */
const anything: unknown = new Proxy({}, { get: (_target, name) => (name === 'province' ? '91' : '91012001') })
const request = { params: anything, query: anything, body: anything }

/** The routes of centre and site together; what both mount stands once. */
const routes = [...new Set([...allRoutes, ...siteRoutes({ dataFolder: '/', name: 'A', engine: '0.0.0' })])]

function mark(actor: Actor, policy: (typeof allRoutes)[number]['policy']): string {
  return policy(actor, request).ok ? ' yes' : '  · '
}

function matrix(): string {
  const head = `${'route'.padEnd(74)} publ ${ROLES.map(role => SHORT[role]).join(' ')}`
  const lines = routes.map(({ endpoint, policy }) => {
    const cells = ROLES.map(role =>
      mark(
        {
          kind: 'person',
          personId: 'p',
          accountId: 'a',
          name: 'n',
          grants: [{ role, scope: scopeOf(role), from: localDate('2020-01-01'), until: null }],
        },
        policy,
      ),
    )
    return `${`${endpoint.method.padEnd(6)} ${endpoint.path}`.padEnd(74)} ${[mark({ kind: 'public' }, policy), ...cells].join(' ')}`
  })
  return `${[head, ...lines.toSorted()].join('\n')}\n`
}

test('who may use which route is what the golden matrix says (UPDATE_GOLDEN=1 writes it anew, to be read in the diff)', () => {
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, matrix())
  assert.equal(matrix(), readFileSync(golden, 'utf8'))
})

test('nothing that writes is open to everybody, except these few', () => {
  const open = routes
    .filter(({ endpoint, policy }) => endpoint.method !== 'GET' && policy({ kind: 'public' }, request).ok)
    .map(({ endpoint }) => endpoint.path)
  const expected = [
    /^\/api\/identity\/(sign-ins|persona-sign-ins|sign-in-codes|authenticators|sign-outs|accounts)$/,
    /^\/api\/delivery\/(enter$|attempts\/|hall\/sign-(ins|outs)$)/,
    /^\/api\/delivery\/site-(enrolments|reports)$/,
    /^\/api\/exam\/site-calls\//,
    // two servers of a site know each other by their key
    /^\/api\/delivery\/peer\//,
    // a site has no account: what it sends is believed by its signature
    /^\/api\/delivery\/results(\/|$)/,
    /^\/api\/certificate\/look-ups$/,
  ]
  assert.deepEqual(
    open.filter(path => !expected.some(pattern => pattern.test(path))),
    [],
  )
})

test('no two routes answer the same method and path', () => {
  const keys = routes.map(({ endpoint }) => `${endpoint.method} ${endpoint.path.replace(/:\w+/g, ':')}`)
  assert.deepEqual(
    keys.filter((key, i) => keys.indexOf(key) !== i),
    [],
  )
})

test('every refusal an endpoint names is in the catalogue, told in both languages', () => {
  const catalogue = { ...allRefusals, ...generalRefusals }
  const unknown = routes.flatMap(({ endpoint }) =>
    endpoint.refusals.filter(code => !(code in catalogue)).map(code => `${endpoint.path}: ${code}`),
  )
  assert.deepEqual(unknown, [])
  for (const [code, text] of Object.entries(catalogue)) {
    assert.match(text.zh, /\p{Script=Han}.*[。！？]$/u, code)
    assert.match(text.en, /[.!?)]$/, code)
  }
})
