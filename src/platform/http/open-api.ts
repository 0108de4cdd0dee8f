import { z } from 'zod'
import type { Schema } from '../../kernel/endpoint.ts'
import type { RefusalCatalogue } from '../../kernel/refusal-catalogue.ts'
import type { Route } from './route.ts'

type Json = Readonly<Record<string, unknown>>

/** The OpenAPI 3.1 description of all declared endpoints. */
export function openApi(routes: readonly Route[], catalogue: RefusalCatalogue): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const path = route.endpoint.path.replace(/:(\w+)/g, '{$1}')
    ;(paths[path] ??= {})[route.endpoint.method.toLowerCase()] = operation(route, catalogue)
  }
  return { openapi: '3.1.0', info: { title: 'Zhiheng 职衡', version: '0.1.0' }, paths, components: { schemas: { Refusal: REFUSAL } } }
}

function operation({ endpoint }: Route, catalogue: RefusalCatalogue): Json {
  const parameters = [...parametersOf(endpoint.params, 'path'), ...parametersOf(endpoint.query, 'query')]
  const body =
    endpoint.body === undefined && !endpoint.upload
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              [endpoint.upload ? 'multipart/form-data' : 'application/json']: {
                schema: endpoint.body ? jsonSchema(endpoint.body, 'input') : {},
              },
            },
          },
        }
  return {
    summary: endpoint.summary,
    operationId: operationId(endpoint.method, endpoint.path),
    parameters,
    ...body,
    responses: { ...success(endpoint), ...refusalsOf(endpoint.refusals, catalogue) },
  }
}

function success(endpoint: Route['endpoint']): Json {
  if (endpoint.replies === 'file') return { 200: { description: 'file', content: { 'application/octet-stream': {} } } }
  if (endpoint.replies === 'events') return { 200: { description: 'server-sent events', content: { 'text/event-stream': {} } } }
  return endpoint.reply === undefined
    ? { 204: { description: 'done' } }
    : { 200: { description: 'done', content: { 'application/json': { schema: jsonSchema(endpoint.reply, 'output') } } } }
}

function refusalsOf(codes: readonly string[], catalogue: RefusalCatalogue): Json {
  const byStatus: Record<number, string[]> = {}
  for (const code of ['invalid-input', ...codes]) (byStatus[catalogue[code]?.status ?? 400] ??= []).push(code)
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } }
  return Object.fromEntries(Object.entries(byStatus).map(([status, list]) => [status, { description: list.join(', '), content }]))
}

function parametersOf(schema: Schema | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return []
  const json = jsonSchema(schema, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(json.properties ?? {}).map(([name, part]) => ({
    name,
    in: place,
    required: place === 'path' || (json.required ?? []).includes(name),
    schema: part,
  }))
}

function jsonSchema(schema: Schema, io: 'input' | 'output'): Json {
  const json: Record<string, unknown> = { ...z.toJSONSchema(schema as unknown as z.ZodType, { io, unrepresentable: 'any' }) }
  delete json['$schema']
  return json
}

function operationId(method: string, path: string): string {
  return (
    method.toLowerCase() +
    path
      .replace(/^\/api/, '')
      .split('/')
      .filter(Boolean)
      .map(part => part.replace(/^:/, 'by-'))
      .map(part => part.replace(/(^|-)(\w)/g, (_m, _d, c: string) => c.toUpperCase()))
      .join('')
  )
}

const REFUSAL: Json = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'zh', 'en', 'facts'],
      properties: {
        code: { type: 'string' },
        zh: { type: 'string' },
        en: { type: 'string' },
        facts: { type: 'object' },
        fields: {
          type: 'array',
          items: { type: 'object', properties: { path: { type: 'string' }, zh: { type: 'string' }, en: { type: 'string' } } },
        },
      },
    },
  },
}
