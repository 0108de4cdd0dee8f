import { z } from 'zod'
import type { Schema } from '../../../src/kernel/endpoint.ts'
import { aBody } from '../../../src/modules/assembly/fixtures.ts'
import { aDraft } from '../../../src/modules/item-bank/fixtures.ts'
import type { Route } from '../../../src/platform/http/route.ts'

type Json = Readonly<Record<string, unknown>>
/** Values by the name of their field; where the schema alone gives one that fits, none is needed. */
export type Known = Readonly<Record<string, unknown>>

/** What a schema says about a request, as plain JSON Schema. */
export function shapeOf(schema: Schema | undefined): Json {
  return schema === undefined ? {} : (z.toJSONSchema(schema as unknown as z.ZodType, { io: 'input', unrepresentable: 'any' }) as Json)
}

export function fieldsOf(schema: Schema | undefined): readonly string[] {
  return Object.keys((shapeOf(schema)['properties'] ?? {}) as Json)
}

/** A request that fits the schemas of a route. */
export type Sample = { readonly method: Route['endpoint']['method']; readonly params: Json; readonly query: Json; readonly body: unknown }

export function sampleOf({ endpoint }: Pick<Route, 'endpoint'>, known: Known): Sample {
  const part = (schema: Schema | undefined): Json => (schema === undefined ? {} : (fill(shapeOf(schema), '', known) as Json))
  return { method: endpoint.method, params: part(endpoint.params), query: part(endpoint.query), body: endpoint.body && part(endpoint.body) }
}

function fill(shape: Json, name: string, known: Known): unknown {
  if (Array.isArray(shape['type'])) return fill({ ...shape, type: shape['type'][0] as unknown }, name, known)
  if (name in known) return known[name]
  if ('const' in shape) return shape['const']
  if (Array.isArray(shape['enum'])) return shape['enum'][0] as unknown
  const choices = (shape['oneOf'] ?? shape['anyOf']) as readonly Json[] | undefined
  if (choices?.[0]) return fill(choices[0], name, known)
  if (shape['type'] === 'object') return fillObject(shape, known)
  if (shape['type'] === 'array') return [fill((shape['items'] ?? {}) as Json, name, known)]
  if (shape['type'] === 'boolean') return true
  if (shape['type'] === 'integer' || shape['type'] === 'number') return Math.max(1, Number(shape['minimum'] ?? 1))
  return 'a'.repeat(Math.max(4, Number(shape['minLength'] ?? 0))).slice(0, Number(shape['maxLength'] ?? 100))
}

function fillObject(shape: Json, known: Known): Json {
  const properties = Object.entries((shape['properties'] ?? {}) as Record<string, Json>)
  return Object.fromEntries(properties.map(([name, inner]) => [name, fill(inner, name, known)]))
}

/** The address of a sample: parameters in the path, the rest as a query. */
export function addressOf(path: string, { params, query }: Pick<Sample, 'params' | 'query'>): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name]).toWellFormed()))
  const pairs = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value).toWellFormed())}`,
  )
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`
}

/** An upload as a browser sends it: the fields, and one small file that is no picture. */
export function multipart(body: unknown): { readonly headers: Record<string, string>; readonly payload: string } {
  const head = (more: string) => `--frontier\r\ncontent-disposition: form-data; ${more}\r\n\r\n`
  const fields = Object.entries((body ?? {}) as Json).map(([name, value]) => `${head(`name="${name}"`)}${String(value)}\r\n`)
  const payload = `${fields.join('')}${head('name="file"; filename="a.jpg"')}not a picture\r\n--frontier--\r\n`
  return { headers: { 'content-type': 'multipart/form-data; boundary=frontier' }, payload }
}

/** An id that nothing has. */
const NOWHERE = '00000000-0000-4000-8000-000000000000'
const aClaim = () => ({
  format: 'zhiheng-result-upload',
  version: 1,
  siteCode: '91012001',
  sittingId: '5f0c1b7e-3a52-4d5e-9c7b-1d2e3f4a5b6c',
  bytes: 1,
  sha256: 'a'.repeat(64),
})

/** What a field name means on some routes only. */
const ELSEWHERE: readonly (readonly [RegExp, Known])[] = [
  [/holiday/, { day: '2026-10-01', ordinary: ['2026-10-09'] }],
  [/exam\/sessions\/.*publications$/, { opensOn: '2026-11-01', closesOn: '2026-12-01', sites: ['91012001'] }],
  [/exam\/sessions$|grants/, { from: '2026-01-01' }],
  [/institutions$|items$|searches$/, { from: 0 }],
  [/worlds\/:worldId\/trace$/, { from: 1 }],
  [/worlds\/:itemId/, { itemId: 'item-1', epoch: 1, seq: 1, app: 'desk', file: 'a.pem' }],
  [/sign-in-codes/, { code: '123456' }],
  [/sheets$/, { reason: 'lost' }],
  [/item-bank\/(?:drafts|checks)/, { draft: aDraft() }],
  [/workshop-seats$/, { code: '123456' }],
  [/course\/lessons/, { lessonId: 'L4-01', file: 'three-bands.svg', itemId: 'L4-01-Q1', response: { version: 1, optionId: 'a' } }],
  [/item-bank\/drafts$/, { place: { code: 'L4-X-001', editionId: 'ec-2005', level: 'L4' } }],
  [/enemies$/, { codes: [] }],
  [/assembly\/blueprint-versions\/:blueprintVersionId$/, { body: aBody() }],
  [/assembly\/blueprint-checks$/, { ...aBody() }],
  [/assembly\/runs\/.*(?:forms|places)/, { number: 1, place: 1 }],
  [/sit\/:nonce$/, { nonce: 'a'.repeat(43), configKey: 'a'.repeat(64), browserExamKey: 'a'.repeat(64) }],
  [
    /sealings|site-calls|site-enrolments/,
    {
      sealingId: NOWHERE,
      sitePackageId: NOWHERE,
      siteCode: '91012001',
      sites: ['91012001'],
      custodians: ['somebody', 'somebody else'],
      needed: 2,
    },
  ],
  [/delivery\/results$/, { claim: aClaim() }],
  [/delivery\/results\//, { uploadId: '7a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d', part: 1, sha256: 'a'.repeat(64) }],
  [/standard\/diff/, { from: 'ec-2005', to: 'ec-2022' }],
]

/** The known values as a route means them. */
export function meantAt(path: string, known: Known): Known {
  return ELSEWHERE.reduce((all, [where, meant]) => (where.test(path) ? { ...all, ...meant } : all), known)
}
