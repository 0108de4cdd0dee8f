import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { allRoutes } from '../../src/apps/centre/mounted.ts'
import { openCaller } from '../../src/apps/cli/season/driving/caller.ts'
import { openSession } from '../../src/apps/cli/season/steps/open-session.ts'
import { idNumberOf } from '../../src/kernel/id-number.ts'
import { localDate } from '../../src/kernel/local-date.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { type Country, type Jar, auditCount, openCountry, signIn } from './world/centre.ts'
import { type ServerFault, fuzz } from './world/nasty.ts'
import { keyOf } from './world/reach.ts'
import { addressOf, sampleOf } from './world/samples.ts'
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
  const draft = (await app.inject({ url: addressOf('/api/registration/applications/:personId/:applicationId', { params: started.json(), query: {} }), headers: candidate })).json().draft
  const itemId = String((await rows('select item_id from item limit 1'))[0]?.['item_id'])
  const authorisationId = String((await rows('select authorisation_id from authorisation where institution_id = $1', [HERE.site]))[0]?.['authorisation_id'])
  known = {
    ...started.json(), sessionId, roundId: sessionId, itemId, authorisationId, institution: HERE.site, number: '2691012001400001', level: 'L4', editionId: 'ec-2005', from: 'ec-2005', to: 'ec-2022',
    version: 1, draft, idDocument, name: '李四', mobile: '13900003333', password: PASSWORD, reportId: 'season-funnel', scope: { kind: 'site', site: HERE.site }, day: '2026-12-27',
    completedOn: '2026-01-01', until: null, nominal: '2026-10', scheme: 'demonstration', province: '91', siteCode: HERE.site, year: 2026, code: 'ZH1.2691012001400001.S.abc', startRef: crypto.randomUUID(), attemptId: crypto.randomUUID(), formId: crypto.randomUUID(), sittingId: crypto.randomUUID(), scriptId: crypto.randomUUID(),
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

test('no value in any field of any route is a fault of the server: it is taken or refused', async () => {
  const routes = allRoutes.filter(route => !/sign-outs|persona-sign-ins|look-ups/.test(route.endpoint.path))
  const { sent, faults } = await fuzz(routes, { country, known: route => ({ ...known, ...(route.endpoint.path.includes('holiday') ? { day: '2026-10-01' } : {}) }), jar: jarFor })
  console.log(sent)
  assert.deepEqual(told(faults), [])
})
