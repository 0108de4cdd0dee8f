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
import { HERE, openWorld } from './world/small-season.ts'

const PASSWORD = 'Right-horse-9'
const MOBILE = '13700001111'
const birth = localDate('1996-02-29')
let country: Country
let candidate: Jar
let known: Record<string, unknown>
before(async () => {
  country = await openCountry()
  const world = await openWorld(country.centre.address, openCaller(async () => undefined))
  const { sessionId } = await openSession(world, { nominal: '2026-12', levels: ['L4'] })
  const { app, rows } = country
  const idDocument = { kind: 'resident-id', number: idNumberOf({ area: '110199', birth, serial: 901 }) }
  await app.inject({ method: 'POST', url: '/api/identity/accounts', payload: { name: '买买提·艾力', idDocument, mobile: MOBILE, password: PASSWORD } })
  candidate = await signIn(app, '/api/identity/sign-ins', { signInName: MOBILE, password: PASSWORD })
  const started = await app.inject({ method: 'POST', url: '/api/registration/applications', headers: candidate, payload: { roundId: sessionId, level: 'L4' } })
  const drafts = peopleOf({ count: 20, seed: 'abuse', on: localDate('2026-12-13'), levels: ['L4', 'L3'] }).map(person => person.draft)
  const row = (list: 'employments' | 'diplomas' | 'certificates' | 'trainings') => drafts.flatMap(draft => draft[list]).slice(0, 1)
  const draft = { ...drafts[0], level: 'L4', siteCode: HERE.site, employments: row('employments'), diplomas: row('diplomas'), certificates: row('certificates'), trainings: row('trainings') }
  const itemId = String((await rows('select item_id from item limit 1'))[0]?.['item_id'])
  const authorisationId = String((await rows('select authorisation_id from authorisation where institution_id = $1', [HERE.site]))[0]?.['authorisation_id'])
  known = {
    ...started.json(), sessionId, roundId: sessionId, itemId, authorisationId, institution: HERE.site, number: '2691012001400001', level: 'L4', editionId: 'ec-2005', from: 'ec-2005', to: 'ec-2022',
    version: 1, draft, idDocument, name: '李四', mobile: '13900003333', password: PASSWORD, reportId: 'season-funnel', scope: { kind: 'site', site: HERE.site }, day: '2026-12-27',
    completedOn: '2026-01-01', until: null, nominal: '2026-10', scheme: 'demonstration', province: '91', siteCode: HERE.site, year: 2026, code: 'ZH1.2691012001400001.S.abc', startRef: crypto.randomUUID(), entryCode: '123456', birthDate: '1996-02-29', attemptId: crypto.randomUUID(), formId: crypto.randomUUID(), sittingId: crypto.randomUUID(), scriptId: crypto.randomUUID(),
  }
})
after(() => country.end())

/** Somebody whom the policy of the route lets in, else the national centre. */
async function jarFor(route: Route): Promise<Jar> {
  const may = (role: string, scope: object) => route.policy({ kind: 'person', personId: 'p', accountId: 'a', name: 'n', grants: [{ role, scope, from: localDate('2020-01-01'), until: null }] } as never, { params: {}, query: {}, body: {} }).ok
  if (may('candidate', { kind: 'person', person: 'self' }) && !keyOf(route).includes('sign-out')) return candidate
  if (may('national-officer', { kind: 'nation' })) return country.persona('national-1')
  return may('site-manager', { kind: 'site', site: HERE.site }) ? country.persona('site-91012001') : country.persona('assessor-1')
}
// the look of a fault, for the message of a failing test
const told = (faults: readonly ServerFault[]) => faults.slice(0, 40).map(f => `${f.route} ${f.field}=${f.value} → ${f.status}`)

const fuzzed = allRoutes.filter(route => !/sign-outs|persona-sign-ins/.test(route.endpoint.path))
/** What the same field name means elsewhere. */
const ELSEWHERE: readonly (readonly [RegExp, Record<string, unknown>])[] = [
  [/holiday/, { day: '2026-10-01', ordinary: ['2026-10-09'] }],
  [/publications$/, { opensOn: '2026-11-01', closesOn: '2026-12-01', sites: [HERE.site] }],
  [/exam\/sessions$|grants/, { from: '2026-01-01' }],
  [/institutions$|items$/, { from: 0 }],
  [/sign-in-codes/, { code: '123456' }],
]
const knownFor = ({ endpoint: { path } }: Route) => ELSEWHERE.reduce((all, [where, meant]) => (where.test(path) ? { ...all, ...meant } : all), known)
const fuzzing = () => ({ country, known: knownFor, jar: jarFor })

test('no value in any field of any route is a fault of the server: it is taken or refused', async () => {
  const { sent, faults } = await fuzz(fuzzed, fuzzing())
  assert.ok(sent > 5000, `${sent} requests`)
  assert.deepEqual(told(faults), [])
})

test('every route has a request that fits its schemas, so that each value is judged where it stands', async () => {
  const routes = fuzzed
  assert.deepEqual(await illFitting(routes, fuzzing()), [])
})

