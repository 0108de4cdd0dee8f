import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { allRoutes } from '../../src/apps/centre/mounted.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { answered, askFor, jarOf, stateOf } from './world/callers.ts'
import { type Country, openCountry } from './world/centre.ts'
import { PROMISES, type Doubled, openDoublingCaller } from './world/doubling-caller.ts'
import { guessEntryCode } from './world/entry-code.ts'
import { leaksOf } from './world/leaks.ts'
import { fuzz } from './world/nasty.ts'
import { overhearReplies } from './world/overheard.ts'
import { CALLERS, type CallerName, LET_THROUGH, keyOf, routesNamingThings } from './world/reach.ts'
import { meantAt } from './world/samples.ts'
import { secretsIn } from './world/secrets.ts'
import { type SmallSeason, applyEverywhere, openWorld, reviewAndSeat, sitAndAward } from './world/small-season.ts'
import { anAssemblyRun } from './world/assembly-run.ts'
import { type Things, thingsOf } from './world/things.ts'

const PEOPLE = 8
const golden = new URL('./who-hears-what.txt', import.meta.url)
let country: Country
let season: SmallSeason
let things: Things
let doubled: Doubled[]
let guessed: Awaited<ReturnType<typeof guessEntryCode>>
const line = overhearReplies()
before(async () => {
  country = await openCountry()
  const doubling = openDoublingCaller()
  doubled = doubling.doubled
  const world = await openWorld(country.centre.address, doubling.caller)
  season = await applyEverywhere(world, PEOPLE)
  await reviewAndSeat(season)
  guessed = await guessEntryCode(season)
  await sitAndAward(season)
  const first = await country.persona('national-1')
  const { number } = await thingsOf(country, season, {}).then(t => t.known as { number: string })
  const proposals = await Promise.all(
    [1, 2, 3].map(() =>
      country.app.inject({
        method: 'POST',
        url: `/api/certificate/certificates/${number}/revocations`,
        headers: first,
        payload: { reason: '材料造假' },
      }),
    ),
  )
  proposed = proposals.map(p => (p.statusCode === 200 ? 'ok' : p.json().error.code)).toSorted()
  const revocationId = proposals.find(p => p.statusCode === 200)?.json().revocationId
  things = await thingsOf(country, season, {
    ...(await anAssemblyRun(country)),
    revocationId,
    reportId: 'season-funnel',
    editionId: 'ec-2005',
    level: 'L4',
    version: 999,
    reason: '核对证件号码',
    entryCode: '000000',
    day: season.session.day,
    newSheet: 'A1',
    sheet: {},
    role: 'invigilator',
    scope: { kind: 'nation' },
    until: null,
    completedOn: '2026-01-01',
    startRef: crypto.randomUUID(),
    epoch: 1,
  })
})
let proposed: string[] = []
after(async () => {
  line.end()
  await country?.end()
})

test('every act of a season sent three times at once happens once, and the season comes out as planned', async () => {
  assert.deepEqual(season.world.surprises, [])
  for (const [endpoint, promised] of PROMISES) {
    const acts = doubled.filter(d => d.endpoint === endpoint)
    const winners = acts.map(d => d.answers.filter(a => a === 'ok').length)
    const name = `${endpoint.method} ${endpoint.path}: ${acts.map(d => d.answers.join()).join(' | ')}`
    // an order that comes after the work has begun is told so; one that comes before is the same order
    if (endpoint.path.endsWith('/arrangements'))
      assert.ok(winners.every(n => n >= 1) && acts.every(d => d.answers.every(a => a === 'ok' || a === 'arrangement-running')), name)
    else if (promised === 'one wins') assert.ok(winners.includes(1) && winners.every(n => n <= 1), name)
    else assert.ok(winners.length > 0 && winners.every(n => n === 3), name)
  }
  const receipts = doubled
    .filter(d => d.endpoint.path.endsWith('hand-in'))
    .map(d => new Set(d.values.map(v => (v as { receiptCode: string }).receiptCode)).size)
  assert.ok(receipts.length > 0 && receipts.every(n => n === 1))
  const twice = await country.rows('select person_id from certificate group by person_id, session_code having count(*) > 1')
  assert.deepEqual(twice, [])
})

test('an entry code dies with the fifth wrong guess, guesses sent at once included; an unknown ticket hears the same', () => {
  assert.equal(guessed.right, 'entry-refused')
  assert.equal(guessed.unknown, 'entry-refused')
  assert.deepEqual([guessed.guesses.filter(g => g === 'entry-locked').length, guessed.guesses.includes('ok')], [1, false])
})

test('every route that names a thing is classified: who is let through to a thing of somebody in province 91', () => {
  const named = routesNamingThings().map(keyOf)
  assert.deepEqual(
    named.filter(key => !(key in LET_THROUGH)),
    [],
    'enter these routes in world/reach.ts',
  )
  assert.deepEqual(
    Object.keys(LET_THROUGH).filter(key => !named.includes(key)),
    [],
    'these routes are gone',
  )
})

const knownAt = ({ endpoint: { path } }: Route) => meantAt(path, path.includes('/marking/') ? things.practical : things.known)

/** What each caller hears, as one line a route: the code, then the callers who hear it. */
function lineOf(key: string, answers: ReadonlyMap<CallerName, string>): string {
  const byCode = [...Map.groupBy(answers.keys(), who => answers.get(who) ?? '')].toSorted(([a], [b]) => (a < b ? -1 : 1))
  // whom the policy of the role stops is told by the matrix of roles; here stand those who are stopped at the row
  const namesOf = (code: string, who: readonly CallerName[]) =>
    who.length === CALLERS.length ? 'everybody' : code === 'not-permitted' ? `${who.length} others` : who.join(' ')
  return `${key}\n${byCode.map(([code, who]) => `    ${code}: ${namesOf(code, who)}`).join('\n')}`
}

test('whoever is not let through hears a refusal that tells nothing, and whoever is reads the thing', async () => {
  const wrong: string[] = []
  const lines: string[] = []
  for (const route of routesNamingThings()) {
    const key = keyOf(route)
    const known = knownAt(route)
    const answers = new Map<CallerName, string>()
    for (const who of CALLERS) {
      const let_ = (LET_THROUGH[key] ?? []).includes(who)
      if (let_ && route.endpoint.method !== 'GET') answers.set(who, '(let through)')
      else {
        const { status, code } = await askFor(country, route, { known, headers: await jarOf(country, things, who) })
        answers.set(who, code)
        if (let_ ? status >= 300 && !(key.includes('verifications') && status < 500) : ![401, 403, 404].includes(status))
          wrong.push(`${key} ${who}: ${status} ${code}`)
      }
    }
    lines.push(lineOf(key, answers))
  }
  assert.deepEqual(wrong, [])
  const told = `${lines.toSorted().join('\n')}\n`
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, told)
  assert.equal(told, readFileSync(golden, 'utf8'), 'UPDATE_GOLDEN=1 writes it anew, to be read in the diff')
})

const GETS = allRoutes.filter(({ endpoint }) => endpoint.method === 'GET')

test('no list, however it is filtered, names anything of another province, of another site or of another candidate', async () => {
  const { leaks, seenByOwn } = await leaksOf(country, things, GETS, knownAt)
  assert.deepEqual(leaks, [])
  assert.ok(seenByOwn > 20, 'province 91 itself must see its own, or this test looks for nothing')
})

/** Reading that leaves a trace by intent: a ticket printed again is recorded, a scanned code counts against the budget of its address. */
const LEAVES_A_TRACE = ['GET /api/exam/sittings/:sittingId/seats/:applicationId/ticket', 'GET /api/certificate/verifications/:code']

/** Between them they may read everything that can be read. */
const READERS: readonly CallerName[] = ['public', 'owner', 'national-1', 'registrar-91', 'site-91012001', 'assessor-1', 'auditor']

test('reading changes nothing: not one row differs after everything was read', async () => {
  const earlier = await stateOf(country)
  for (const route of GETS.filter(r => !LEAVES_A_TRACE.includes(keyOf(r)))) {
    for (const who of READERS) await askFor(country, route, { known: knownAt(route), headers: await jarOf(country, things, who) })
  }
  assert.equal(await stateOf(country), earlier)
})

test('a request that a browser did not make from our own pages is refused on every route that writes, before it is read', async () => {
  const { cookie, 'x-zhiheng-csrf': csrf } = (await country.persona('national-1')) as { cookie: string; 'x-zhiheng-csrf': string }
  const forgeries = {
    'no token': { cookie },
    'another token': { cookie, 'x-zhiheng-csrf': `${csrf.slice(0, -1)}~` },
    'no cookie to compare with': { cookie: cookie.split(';')[0], 'x-zhiheng-csrf': csrf },
    'a foreign origin': { cookie, 'x-zhiheng-csrf': csrf, origin: 'https://evil.example' },
    'another port': { cookie, 'x-zhiheng-csrf': csrf, origin: 'http://localhost:1' },
    'an origin that is none': { cookie, 'x-zhiheng-csrf': csrf, origin: 'not an origin' },
    'another site, as the browser says': { cookie, 'x-zhiheng-csrf': csrf, 'sec-fetch-site': 'cross-site' },
    'a foreign origin, nobody signed in': { origin: 'https://evil.example' },
  }
  const earlier = await stateOf(country)
  const passed: string[] = []
  for (const route of allRoutes.filter(({ endpoint }) => endpoint.method !== 'GET')) {
    for (const [how, headers] of Object.entries(forgeries)) {
      const { status, code } = await askFor(country, route, { known: knownAt(route), headers })
      if (status !== 403 || code !== 'csrf-refused') passed.push(`${keyOf(route)} with ${how}: ${status} ${code}`)
    }
  }
  assert.deepEqual(passed, [])
  assert.equal(await stateOf(country), earlier)
})

test('publication and revocation need a second officer, and are decided once when three decide at once', async () => {
  const decide = async (who: CallerName | 'national-2', url: string, payload: object) => {
    const reply = await country.app.inject({ method: 'POST', url, headers: await country.persona(who), payload })
    return reply.statusCode === 200 ? 'ok' : String(reply.json().error.code)
  }
  const { sessionId, publicationId, number, revocationId } = things.known as Record<string, string>
  const revocation = `/api/certificate/certificates/${number}/revocations/${revocationId}/decisions`
  const publication = `/api/award/sessions/${sessionId}/publications/${publicationId}/decisions`
  assert.deepEqual(proposed, ['ok', 'revocation-open', 'revocation-open'])
  assert.equal(await decide('national-1', revocation, { approve: true }), 'revocation-same-person')
  assert.equal(await decide('national-1', revocation, { approve: false }), 'revocation-same-person')
  assert.equal(await decide('national-2', publication, { approve: true }), 'wrong-state')
  const approvals = await Promise.all([1, 2, 3].map(() => decide('national-2', revocation, { approve: true })))
  assert.equal(approvals.filter(a => a === 'ok').length, 1, approvals.join())
  const alone = doubled.filter(d => d.endpoint.path.endsWith('publications/:publicationId/decisions')).map(d => d.answers.join())
  assert.ok(alone.includes('same-person,same-person,same-person'), alone.join(' | '))
  const events = await country.rows(
    `select type, count(*)::int as n from audit_entry where type in ('certificate-revoked', 'results-published', 'revocation-proposed') group by type order by type`,
  )
  assert.deepEqual(
    events.map(e => [e['type'], e['n']]),
    [
      ['certificate-revoked', 1],
      ['results-published', 1],
      ['revocation-proposed', 1],
    ],
  )
})

test('values that programs stumble over are no fault of the server where papers, halls and certificates stand', async () => {
  const routes = allRoutes.filter(
    ({ endpoint: { path } }) => /api\/(?:exam|award|certificate|marking|delivery|audit|statistics)/.test(path) && !/holiday/.test(path),
  )
  const jar = async ({ endpoint: { path } }: Route) =>
    country.persona(/sittings/.test(path) ? (path.includes('marking') ? 'assessor-1' : 'site-91012001') : 'national-1')
  const bearer = things.owner.theory?.token ?? ''
  const fitting = await fuzz(
    routes.filter(r => r.endpoint.path.includes('/delivery/')),
    { country, known: knownAt, jar: async () => ({}), bearer },
  )
  const { faults } = await fuzz(routes, { country, known: knownAt, jar })
  assert.deepEqual(
    [...fitting.faults, ...faults].map(f => `${f.route} ${f.field}=${f.value} → ${f.status}`),
    [],
  )
})

test('no reply of the whole season tells a key, an explanation, a whole ID number, a whole mobile or a password hash; nor does the audit log', async () => {
  const replies = [...line.heard, ...answered]
  assert.ok(line.heard.length > 300 && answered.length > 3000, `${line.heard.length} ${answered.length}`)
  assert.deepEqual([...new Set(secretsIn(replies))], [])
  assert.deepEqual(
    replies.filter(r => r.status >= 500),
    [],
  )
  const audit = await country.rows('select facts::text as body from audit_entry')
  assert.deepEqual(secretsIn(audit.map(row => ({ method: 'audit', path: 'facts', status: 200, body: String(row['body']) }))), [])
})
