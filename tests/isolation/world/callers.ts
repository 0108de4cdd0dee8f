import type { Route } from '../../../src/platform/http/route.ts'
import type { Country, Jar } from './centre.ts'
import type { Overheard } from './overheard.ts'
import type { CallerName } from './reach.ts'
import { type Known, addressOf, multipart, sampleOf } from './samples.ts'
import type { Things } from './things.ts'

export type Heard = { readonly status: number; readonly code: string; readonly body: string }

/** The cookies of a caller of the matrix. */
export async function jarOf(country: Country, { jars }: Things, who: CallerName): Promise<Jar> {
  if (who === 'public') return {}
  return who === 'owner' || who === 'neighbour' || who === 'stranger' ? jars[who] : country.persona(who)
}

let address = 0
/** Everything that was answered, for those who look for secrets in it. */
export const answered: Overheard[] = []
/** Asks a route for the things known, from an address of its own. `query: false` leaves every filter out. */
export async function askFor(
  { app }: Country,
  { endpoint }: Route,
  request: { readonly known: Known; readonly headers: object; readonly query?: false },
): Promise<Heard> {
  const sample = sampleOf({ endpoint }, request.known)
  const upload = endpoint.upload ? multipart(sample.body) : null
  const payload = upload?.payload ?? (endpoint.body ? JSON.stringify(sample.body) : undefined)
  const url = addressOf(endpoint.path, request.query === false ? { ...sample, query: {} } : sample)
  address += 1
  const reply = await app.inject({
    method: endpoint.method,
    url,
    remoteAddress: `10.9.${(address >> 8) & 255}.${address & 255}`,
    headers: { ...request.headers, ...(payload === undefined ? {} : { 'content-type': 'application/json' }), ...upload?.headers },
    ...(payload === undefined ? {} : { payload }),
  })
  const text = /json|text/.test(String(reply.headers['content-type'])) ? reply.body : ''
  answered.push({ method: endpoint.method, path: url, status: reply.statusCode, body: text })
  return {
    status: reply.statusCode,
    code: reply.statusCode < 400 ? 'ok' : String((JSON.parse(reply.body) as { error: { code: string } }).error.code),
    body: text,
  }
}

/** One number for everything in the database: it changes with any row of ours. */
export async function stateOf({ rows }: Country): Promise<string> {
  const tables = await rows(
    `select format('%I', table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const sums: string[] = []
  for (const { name } of tables)
    sums.push(
      `${String(name)} ${String((await rows(`select count(*) || ' ' || coalesce(sum(hashtext(t::text)::bigint), 0) as sum from ${String(name)} t`))[0]?.['sum'])}`,
    )
  return sums.join('\n')
}
