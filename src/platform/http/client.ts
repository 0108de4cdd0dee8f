import type { Endpoint, InputOf, OutputOf, Schema } from '../../kernel/endpoint.ts'
import type { Refusal, Result } from '../../kernel/result.ts'
import { CSRF_COOKIE } from './cookies.ts'

type Part<K extends string, S> = S extends Schema
  ? Record<never, never> extends InputOf<S>
    ? { readonly [P in K]?: InputOf<S> }
    : { readonly [P in K]: InputOf<S> }
  : unknown
export type ClientFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }
export type ClientInput<E extends Endpoint> = Part<'params', E['params']> &
  Part<'query', E['query']> &
  Part<'body', E['body']> & { readonly file?: ClientFile; readonly bearer?: string }
type Loose = {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly file?: ClientFile
  readonly bearer?: string
}
export type ClientRefusal = Refusal & { readonly zh: string; readonly en: string; readonly status: number }

/** A caller of the platform over HTTP with its own cookies: what a browser is to a person. */
export type Client = {
  call<E extends Endpoint>(endpoint: E, input: ClientInput<E>): Promise<Result<OutputOf<E['reply']>, ClientRefusal>>
  file<E extends Endpoint>(endpoint: E, input: ClientInput<E>): Promise<Result<Buffer, ClientRefusal>>
}

/** Opens a client with an empty cookie jar. */
export function openClient(address: string): Client {
  const jar = new Map<string, string>()
  const send = async (endpoint: Endpoint, input: Loose): Promise<Response> => {
    const reply = await fetch(address + pathOf(endpoint, input), initOf(endpoint, input, jar))
    for (const cookie of reply.headers.getSetCookie()) keep(jar, cookie)
    return reply
  }
  return {
    async call(endpoint, input) {
      const reply = await send(endpoint, input)
      if (!reply.ok) return { ok: false, refusal: await refusalOf(reply) }
      return { ok: true, value: reply.status === 204 ? undefined : await reply.json() } as never
    },
    async file(endpoint, input) {
      const reply = await send(endpoint, input)
      return reply.ok ? { ok: true, value: Buffer.from(await reply.arrayBuffer()) } : { ok: false, refusal: await refusalOf(reply) }
    },
  }
}

function pathOf(endpoint: Endpoint, input: Loose): string {
  const params = (input.params ?? {}) as Record<string, unknown>
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const pairs = Object.entries((input.query ?? {}) as Record<string, unknown>).filter(([, value]) => value !== undefined && value !== null)
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs.map(([k, v]) => [k, String(v)]))}`
}

function initOf(endpoint: Endpoint, input: Loose, jar: ReadonlyMap<string, string>): RequestInit {
  const headers: Record<string, string> = {}
  if (jar.size > 0) headers['cookie'] = [...jar].map(([k, v]) => `${k}=${v}`).join('; ')
  const csrf = jar.get(CSRF_COOKIE)
  if (csrf !== undefined) headers['x-zhiheng-csrf'] = csrf
  if (input.bearer !== undefined) headers['authorization'] = `Bearer ${input.bearer}`
  if (endpoint.upload) return { method: endpoint.method, headers, body: formOf(input) }
  if (endpoint.body === undefined) return { method: endpoint.method, headers }
  return { method: endpoint.method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(input.body ?? {}) }
}

function formOf(input: Loose): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries((input.body ?? {}) as Record<string, unknown>))
    if (value !== undefined) form.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  if (input.file) form.append('file', new Blob([input.file.bytes], { type: input.file.type }), input.file.name)
  return form
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [pair = '', ...rest] = cookie.split(';')
  const at = pair.indexOf('=')
  const gone = rest.some(part => /^\s*max-age=0/i.test(part) || /expires=thu, 01 jan 1970/i.test(part))
  if (gone) jar.delete(pair.slice(0, at))
  else jar.set(pair.slice(0, at), pair.slice(at + 1))
}

async function refusalOf(reply: Response): Promise<ClientRefusal> {
  const body = (await reply.json().catch(() => ({}))) as { error?: Partial<ClientRefusal> }
  const { code = `http-${reply.status}`, facts = {}, zh = '', en = '' } = body.error ?? {}
  return { code, facts, zh, en, status: reply.status, ...(body.error?.fields ? { fields: body.error.fields } : {}) }
}
