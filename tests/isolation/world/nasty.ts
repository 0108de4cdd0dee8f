import type { Route } from '../../../src/platform/http/route.ts'
import type { Country, Jar } from './centre.ts'
import { keyOf } from './reach.ts'
import { type Known, type Sample, addressOf, multipart, sampleOf } from './samples.ts'

const FAR = [2_147_483_648, 9_007_199_254_740_991, -9_007_199_254_740_991, 8_640_000_000_000_001]
/** Values that programs stumble over, where a text is expected. */
export const NASTY_TEXTS: readonly unknown[] = [
  '',
  'a\u0000b',
  '\ud842',
  "'; drop table person; --",
  '%_\\',
  '__proto__',
  'constructor',
  '../../../etc/passwd',
  '<script>alert(1)</script>',
  '=1+1',
  '9999-12-31',
  '0000-01-01',
  '9999-12',
  '𠮷'.repeat(60),
  'x'.repeat(60_000),
  null,
  7,
  ['a'],
  { $gt: '' },
]
/** The same where a number is expected. */
export const NASTY_NUMBERS: readonly unknown[] = [...FAR, -1, 0, 1.5, 1e308, '1', 'NaN', null, [], {}]

/** A request after which the server had to say that it was at fault. */
export type ServerFault = {
  readonly route: string
  readonly field: string
  readonly value: string
  readonly status: number
  readonly body: string
}

type Fuzzing = {
  readonly country: Country
  readonly known: (route: Route) => Known
  readonly jar: (route: Route) => Promise<Jar>
  readonly bearer?: string
}

/** Puts every nasty value into every field of a request that fits otherwise, and reports what the server could not bear. */
export async function fuzz(
  routes: readonly Route[],
  fuzzing: Fuzzing,
): Promise<{ readonly sent: number; readonly faults: readonly ServerFault[] }> {
  const faults: ServerFault[] = []
  let sent = 0
  for (const route of routes) {
    const sample = sampleOf(route, fuzzing.known(route))
    const changed = variantsOf(sample)
    const jar = await fuzzing.jar(route)
    for (let i = 0; i < changed.length; i += 8) {
      const replies = await Promise.all(
        changed.slice(i, i + 8).map(async variant => ({ variant, reply: await send(fuzzing, route, variant.sample, jar) })),
      )
      sent += replies.length
      for (const { variant, reply } of replies) {
        if (reply.statusCode < 500) continue
        faults.push({
          route: keyOf(route),
          field: variant.field,
          value: JSON.stringify(variant.value).slice(0, 60),
          status: reply.statusCode,
          body: reply.body.slice(0, 120),
        })
      }
    }
  }
  return { sent, faults }
}

/** The routes whose sample does not fit their own schemas: every nasty value in them would be refused for another reason. */
export async function illFitting(routes: readonly Route[], fuzzing: Fuzzing): Promise<string[]> {
  const found: string[] = []
  for (const route of routes) {
    const reply = await send(fuzzing, route, sampleOf(route, fuzzing.known(route)), await fuzzing.jar(route))
    if (reply.statusCode === 400 && reply.body.includes('"fields"')) found.push(`${keyOf(route)} ${reply.body}`)
  }
  return found
}

let address = 0
/** Each request from another address, so that no budget per address hides what the route does. */
function send({ country, bearer }: Fuzzing, { endpoint }: Route, sample: Sample, jar: Jar) {
  const upload = endpoint.upload ? multipart(sample.body) : null
  const payload = upload?.payload ?? (endpoint.body ? JSON.stringify(sample.body) : undefined)
  const headers = {
    ...jar,
    ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
    ...upload?.headers,
    ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
  }
  address += 1
  const remoteAddress = `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}`
  return country.app.inject({
    method: sample.method,
    url: addressOf(endpoint.path, sample),
    headers,
    ...(payload === undefined ? {} : { payload }),
    remoteAddress,
  })
}

type Variant = { readonly sample: Sample; readonly field: string; readonly value: unknown }

function variantsOf(sample: Sample): Variant[] {
  return (['params', 'query', 'body'] as const).flatMap(part =>
    leavesOf(sample[part]).flatMap(({ path, value }) =>
      (typeof value === 'number' ? NASTY_NUMBERS : NASTY_TEXTS).map(nasty => ({
        sample: { ...sample, [part]: withValue(sample[part], path, nasty) },
        field: `${part}.${path.join('.')}`,
        value: nasty,
      })),
    ),
  )
}

function leavesOf(value: unknown, path: readonly string[] = []): { readonly path: readonly string[]; readonly value: unknown }[] {
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [{ path, value }]
  const own = path.length === 0 ? [] : [{ path, value }]
  return [...own, ...Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]))]
}

function withValue(whole: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value
  if (Array.isArray(whole)) return whole.map((inner, i) => (String(i) === first ? withValue(inner, rest, value) : (inner as unknown)))
  return { ...(whole as object), [first]: withValue((whole as Record<string, unknown>)[first], rest, value) }
}
