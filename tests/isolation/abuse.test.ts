import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { allRoutes } from '../../src/apps/centre/mounted.ts'
import { openCaller } from '../../src/apps/cli/season/driving/caller.ts'
import { peopleOf } from '../../src/apps/cli/season/people/people.ts'
import { openSession } from '../../src/apps/cli/season/steps/open-session.ts'
import { idNumberOf } from '../../src/kernel/id-number.ts'
import { localDate } from '../../src/kernel/local-date.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { type Country, type Jar, openCountry, signIn } from './world/centre.ts'
import { type ServerFault, fuzz, illFitting } from './world/nasty.ts'
import { keyOf } from './world/reach.ts'
import { addressOf, meantAt } from './world/samples.ts'
import { HERE, openWorld } from './world/small-season.ts'

const PASSWORD = 'Right-horse-9'
const MOBILE = '13700001111'
const birth = localDate('1996-02-29')
let country: Country
let candidate: Jar
let known: Record<string, unknown>
before(async () => {
  country = await openCountry()
  const world = await openWorld(
    country.centre.address,
    openCaller(async () => undefined),
  )
  const { sessionId } = await openSession(world, { nominal: '2026-12', levels: ['L4'] })
  const { app, rows } = country
  const idDocument = { kind: 'resident-id', number: idNumberOf({ area: '110199', birth, serial: 901 }) }
  await app.inject({
    method: 'POST',
    url: '/api/identity/accounts',
    payload: { name: '买买提·艾力', idDocument, mobile: MOBILE, password: PASSWORD },
  })
  candidate = await signIn(app, '/api/identity/sign-ins', { signInName: MOBILE, password: PASSWORD })
  const started = await app.inject({
    method: 'POST',
    url: '/api/registration/applications',
    headers: candidate,
    payload: { roundId: sessionId, level: 'L4' },
  })
  const drafts = peopleOf({ count: 20, seed: 'abuse', on: localDate('2026-12-13'), levels: ['L4', 'L3'] }).map(person => person.draft)
  const row = <Row>(of: (draft: (typeof drafts)[number]) => readonly Row[]) => drafts.flatMap(of).slice(0, 1)
  const draft = {
    ...drafts[0],
    level: 'L4',
    siteCode: HERE.site,
    employments: row(d => d.employments),
    diplomas: row(d => d.diplomas),
    certificates: row(d => d.certificates),
    trainings: row(d => d.trainings),
  }
  const itemId = String((await rows('select item_id from item limit 1'))[0]?.['item_id'])
  const authorisationId = String(
    (await rows('select authorisation_id from authorisation where institution_id = $1', [HERE.site]))[0]?.['authorisation_id'],
  )
  known = {
    ...started.json(),
    mediaId: '0'.repeat(64),
    sessionId,
    roundId: sessionId,
    itemId,
    authorisationId,
    institution: HERE.site,
    number: '2691012001400001',
    level: 'L4',
    editionId: 'ec-2005',
    from: 'ec-2005',
    to: 'ec-2022',
    version: 1,
    draft,
    idDocument,
    name: '李四',
    mobile: '13900003333',
    password: PASSWORD,
    reportId: 'season-funnel',
    scope: { kind: 'site', site: HERE.site },
    day: '2026-12-27',
    completedOn: '2026-01-01',
    until: null,
    nominal: '2026-10',
    scheme: 'demonstration',
    province: '91',
    siteCode: HERE.site,
    year: 2026,
    code: 'ZH1.2691012001400001.S.abc',
    startRef: crypto.randomUUID(),
    entryCode: '123456',
    birthDate: '1996-02-29',
    attemptId: crypto.randomUUID(),
    formId: crypto.randomUUID(),
    blueprintId: crypto.randomUUID(),
    blueprintVersionId: crypto.randomUUID(),
    runId: crypto.randomUUID(),
    candidateGroupIds: [],
    sittingId: crypto.randomUUID(),
    scriptId: crypto.randomUUID(),
  }
})
after(() => country.end())

/** Somebody whom the policy of the route lets in, else the national centre. */
async function jarFor(route: Route): Promise<Jar> {
  const may = (role: string, scope: object) =>
    route.policy(
      {
        kind: 'person',
        personId: 'p',
        accountId: 'a',
        name: 'n',
        grants: [{ role, scope, from: localDate('2020-01-01'), until: null }],
      } as never,
      { params: { institution: HERE.site }, query: {}, body: { institution: HERE.site } },
    ).ok
  if (may('candidate', { kind: 'person', person: 'self' }) && !keyOf(route).includes('sign-out')) return candidate
  if (may('national-officer', { kind: 'nation' })) return country.persona('national-1')
  if (may('teacher', { kind: 'institution', institution: HERE.site })) return country.persona(`teacher-${HERE.site}`)
  return may('site-manager', { kind: 'site', site: HERE.site }) ? country.persona('site-91012001') : country.persona('assessor-1')
}
// the look of a fault, for the message of a failing test
const told = (faults: readonly ServerFault[]) => faults.slice(0, 40).map(f => `${f.route} ${f.field}=${f.value} → ${f.status}`)

const fuzzed = allRoutes.filter(route => !/sign-outs|persona-sign-ins/.test(route.endpoint.path))
const fuzzing = () => ({ country, known: (route: Route) => meantAt(route.endpoint.path, known), jar: jarFor })

test('no value in any field of any route is a fault of the server: it is taken or refused', async () => {
  const { sent, faults } = await fuzz(fuzzed, fuzzing())
  assert.ok(sent > 5000, `${sent} requests`)
  assert.deepEqual(told(faults), [])
})

test('every route has a request that fits its schemas, so that each value is judged where it stands', async () => {
  const routes = fuzzed
  assert.deepEqual(await illFitting(routes, fuzzing()), [])
})

const withBody = allRoutes.filter(({ endpoint }) => endpoint.body !== undefined && !endpoint.upload)
const DEEP = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`
/** Bodies that are no form of ours, each with the only answers that are right. */
const BODIES: Readonly<Record<string, { readonly payload: string; readonly type?: string; readonly right: readonly number[] }>> = {
  'not JSON at all': { payload: '{"a":', right: [400] },
  'a bare text': { payload: '"a"', right: [400, 401, 403] },
  'a list instead of a form': { payload: '[]', right: [400, 401, 403] },
  'a prototype to be set': { payload: '{"__proto__":{"isAdmin":true},"approve":true}', right: [400] },
  'a prototype to be set inside': { payload: '{"draft":{"constructor":{"prototype":{"isAdmin":true}}}}', right: [400] },
  'nesting without end': { payload: DEEP, right: [400, 413] },
  'more than is taken': { payload: `{"a":"${'x'.repeat(300_000)}"}`, right: [413] },
  'a form of a plain page': { payload: 'approve=true', type: 'application/x-www-form-urlencoded', right: [400, 415] },
  'a text that says it is none of ours': { payload: '{"approve":true}', type: 'text/plain', right: [400, 415] },
  XML: { payload: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', type: 'application/xml', right: [400, 415] },
}

test('a body that is no form of ours is refused on every route, and nothing of it comes back', async () => {
  const wrong: string[] = []
  for (const route of withBody) {
    const headers = await jarFor(route)
    for (const [what, { payload, type = 'application/json', right }] of Object.entries(BODIES)) {
      const url = addressOf(route.endpoint.path, { params: meantAt(route.endpoint.path, known), query: {} })
      const reply = await country.app.inject({ method: route.endpoint.method, url, headers: { ...headers, 'content-type': type }, payload })
      if (!right.includes(reply.statusCode) || /isAdmin|root:|at .*\.ts:/.test(reply.body))
        wrong.push(`${keyOf(route)} ${what}: ${reply.statusCode} ${reply.body.slice(0, 90)}`)
    }
  }
  assert.deepEqual(wrong, [])
  assert.equal(({} as { isAdmin?: boolean }).isAdmin, undefined)
})

test('a path that climbs, holds U+0000 or is badly encoded finds nothing', async () => {
  const paths = [
    '../../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e/%2e%2e/etc/passwd',
    'a%00b',
    '%E0%A4%A',
    '%ed%a0%80',
    "1'%20or%20'1'='1",
    '1;drop%20table%20person',
    `${'9'.repeat(5000)}`,
  ]
  const headers = await country.persona('national-1')
  for (const { endpoint } of allRoutes.filter(r => r.endpoint.method === 'GET' && r.endpoint.path.includes(':'))) {
    for (const path of paths) {
      const reply = await country.app.inject({ url: endpoint.path.replace(/:\w+/g, () => path), headers })
      assert.ok(
        [400, 401, 403, 404, 414].includes(reply.statusCode),
        `${endpoint.path} ${path}: ${reply.statusCode} ${reply.body.slice(0, 200)}`,
      )
    }
  }
})

test('a name cannot carry markup, control characters or a formula; what a form may carry is told back as text', async () => {
  const { app } = country
  for (const name of ['<b>李四</b>', '李四<script>', '=1+1', '+86', '@sum', '李\u202e四', '李\n四\u0007', 'a"onmouseover="x']) {
    const idDocument = { kind: 'resident-id', number: idNumberOf({ area: '110199', birth, serial: 903 }) }
    const reply = await app.inject({
      method: 'POST',
      url: '/api/identity/accounts',
      payload: { name, idDocument, mobile: '13700002222', password: PASSWORD },
    })
    assert.deepEqual([reply.statusCode, reply.json().error?.fields?.[0]?.path], [400, 'name'], name)
  }
  const headers = String((await app.inject({ url: '/api/identity/me' })).headers['content-type'])
  assert.match(headers, /^application\/json/)
})
