import type { Route } from '../../../src/platform/http/route.ts'
import { askFor, jarOf } from './callers.ts'
import type { Country } from './centre.ts'
import { type CallerName, keyOf } from './reach.ts'
import type { Known } from './samples.ts'
import { HERE } from './small-season.ts'
import type { Things } from './things.ts'

/** People of the other province, of another site of the same one, and with duties that need nobody's name. */
const OUTSIDE: readonly CallerName[] = [
  'public',
  'stranger',
  'province-92',
  'registrar-92',
  'site-92012001',
  'invigilator-92012001',
  'institution-92012001',
  'invigilator-91003002',
  'institution-91003002',
  'teacher-91012001',
  'item-writer',
]

/** Asks every route without filters and with filters made to reach beyond the own scope, and looks for what may not come back. */
export async function leaksOf(
  country: Country,
  things: Things,
  routes: readonly Route[],
  knownAt: (route: Route) => Known,
): Promise<{ readonly leaks: readonly string[]; readonly seenByOwn: number }> {
  const leaks: string[] = []
  let seenByOwn = 0
  for (const route of routes) {
    const hostile = route.endpoint.query === undefined ? [] : hostileFilters(things)
    for (const filters of [null, ...hostile]) {
      const asked: Asked = { country, things, route, filters, known: { ...knownAt(route), ...filters } }
      for (const who of OUTSIDE) leaks.push(...(await told(asked, who, things.ofHere)))
      leaks.push(...(await told(asked, 'neighbour', things.ofOwner)))
      seenByOwn += (await told(asked, 'province-91', things.ofHere)).length
    }
  }
  return { leaks, seenByOwn }
}

function hostileFilters({ known, owner }: Things): Known[] {
  const words = [known['ticketNumber'], known['number'], owner.person.name, "' or 1=1 --"]
  return words.map(text => ({ search: text, wanted: text, name: text, province: HERE.province, siteCode: HERE.site, state: '', level: '' }))
}

type Asked = {
  readonly country: Country
  readonly things: Things
  readonly route: Route
  readonly filters: Known | null
  readonly known: Known
}

/** What somebody reads of the needles; a refusal may repeat what was asked. */
async function told({ country, things, route, filters, known }: Asked, who: CallerName, needles: readonly string[]): Promise<string[]> {
  const headers = await jarOf(country, things, who)
  const { status, body } = await askFor(country, route, { known, headers, ...(filters === null && { query: false as const }) })
  if (status >= 300) return []
  return needles.filter(needle => body.includes(needle)).map(needle => `${keyOf(route)} ${JSON.stringify(filters)} tells ${who} ${needle}`)
}
