import type { Endpoint, InputOf, OutputOf, Schema } from '../kernel/endpoint.ts'
import type { Refusal, Result } from '../kernel/result.ts'

/** A refusal as it reached the browser, with its text in both languages and the HTTP status (0: no reply came). */
export type Told = Refusal & { readonly zh: string; readonly en: string; readonly status: number }
/** What a JSON endpoint answers with, as the server's reply schema let it through. */
export type AnswerOf<E extends Endpoint> = OutputOf<E['reply']>
export type FetchedFile = { readonly blob: Blob; readonly name: string }

type Part<K extends string, S> = S extends Schema
  ? Partial<InputOf<S>> extends InputOf<S>
    ? { readonly [P in K]?: InputOf<S> }
    : { readonly [P in K]: InputOf<S> }
  : unknown
/** What a call takes: exactly the parts the endpoint declares, beside the file of an upload and a signal to cancel. */
export type CallInput<E extends Endpoint> = Part<'params', E['params']> &
  Part<'query', E['query']> &
  Part<'body', E['body']> & { readonly file?: File; readonly signal?: AbortSignal }
type LooseInput = {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly file?: File
  readonly signal?: AbortSignal
  readonly heard?: string | null
}

/** The outside a client needs; tests pass their own. */
export type Wire = { readonly fetch: typeof globalThis.fetch; readonly cookies: () => string }

const LOST = {
  code: 'network-lost',
  status: 0,
  facts: {},
  zh: '没有连上服务器，本次操作未送达。请检查网络后重试。',
  en: 'The server could not be reached; nothing was sent. Check the network and try again.',
} as const
const CANCELLED = { code: 'cancelled', status: 0, facts: {}, zh: '操作已取消。', en: 'Cancelled.' } as const
const FAULT = {
  zh: '服务器出现异常，本次操作没有完成。请稍后重试；若仍不成功，请将出错时间告知管理员。',
  en: 'Something went wrong on the server and nothing was done. Try again later; if it persists, report the time to the administrator.',
}

const signedOut = new Set<() => void>()

/** Calls back whenever the server says that nobody is signed in (401). Returns the way to stop. */
export function whenSignedOut(listener: () => void): () => void {
  signedOut.add(listener)
  return () => void signedOut.delete(listener)
}

/** Calls a JSON endpoint. Expected refusals, a lost network and faults of the server come back as values. */
export function call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Result<AnswerOf<E>, Told>> {
  return callOver(browserWire, endpoint, input)
}

/** Fetches a file from an endpoint that replies with one. */
export async function fetchFile<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Result<FetchedFile, Told>> {
  const sent = await send(browserWire, endpoint, input)
  if (!sent.ok) return sent
  const disposition = sent.value.headers.get('content-disposition') ?? ''
  return { ok: true, value: { blob: await sent.value.blob(), name: fileNameOf(disposition) } }
}

/** Opens an endpoint of server-sent events; `heard` is the last event id known from before. `ui/event-stream.ts` follows what comes. */
export function openEvents<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  heard: string | null,
  wire: Wire = browserWire,
): Promise<Result<Response, Told>> {
  return send(wire, endpoint, { ...input, heard })
}

const browserWire: Wire = { fetch: (...args) => globalThis.fetch(...args), cookies: () => globalThis.document?.cookie ?? '' }

/** As `call`, over a given wire. */
export async function callOver<E extends Endpoint>(wire: Wire, endpoint: E, input: CallInput<E>): Promise<Result<AnswerOf<E>, Told>> {
  if (endpoint.replies !== 'json') throw new Error(`${endpoint.path} does not reply in JSON`)
  const sent = await send(wire, endpoint, input)
  if (!sent.ok) return sent
  if (endpoint.reply === undefined || sent.value.status === 204) return { ok: true, value: undefined as AnswerOf<E> }
  const answer = await jsonOf(sent.value)
  return answer.ok ? { ok: true, value: answer.value as AnswerOf<E> } : { ok: false, refusal: faultTold(sent.value.status) }
}

async function send(wire: Wire, endpoint: Endpoint, input: LooseInput): Promise<Result<Response, Told>> {
  let response: Response
  try {
    response = await wire.fetch(urlOf(endpoint, input), initOf(endpoint, input, wire.cookies()))
  } catch (fault) {
    return { ok: false, refusal: fault instanceof DOMException && fault.name === 'AbortError' ? CANCELLED : LOST }
  }
  if (response.ok) return { ok: true, value: response }
  if (response.status === 401) for (const listener of signedOut) listener()
  return { ok: false, refusal: await toldOf(response) }
}

/** The address of a call: `:name` in the path from params, the rest from query; lists repeat their name. */
export function urlOf(endpoint: Endpoint, input: LooseInput): string {
  const params = (input.params ?? {}) as Record<string, unknown>
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    if (params[name] === undefined) throw new Error(`${endpoint.path} needs ${name}`)
    return encodeURIComponent(String(params[name]))
  })
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one))
  return query.size > 0 ? `${path}?${query}` : path
}

function initOf(endpoint: Endpoint, input: LooseInput, cookies: string): RequestInit {
  const headers: Record<string, string> = { accept: endpoint.replies === 'json' ? 'application/json' : '*/*' }
  const csrf = /(?:^|;\s*)zh_csrf=([^;]*)/.exec(cookies)?.[1]
  if (csrf && endpoint.method !== 'GET') headers['x-zhiheng-csrf'] = decodeURIComponent(csrf)
  if (input.heard) headers['last-event-id'] = input.heard
  const init: RequestInit = { method: endpoint.method, credentials: 'same-origin', headers, ...(input.signal && { signal: input.signal }) }
  if (endpoint.upload) return { ...init, body: uploadOf(endpoint, input) }
  if (endpoint.body === undefined) return init
  headers['content-type'] = 'application/json'
  return { ...init, body: JSON.stringify(input.body ?? {}) }
}

/** Fields first, the file last, so that the server knows what it is for before it arrives. Text travels as it is, everything else as JSON. */
function uploadOf(endpoint: Endpoint, input: LooseInput): FormData {
  if (!input.file) throw new Error(`${endpoint.path} needs a file`)
  const form = new FormData()
  for (const [name, value] of Object.entries((input.body ?? {}) as Record<string, unknown>))
    if (value !== undefined) form.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  form.append('file', input.file, input.file.name)
  return form
}

async function toldOf(response: Response): Promise<Told> {
  const body = await jsonOf(response)
  const error = body.ok ? (body.value as { error?: Partial<Told> } | null)?.error : undefined
  if (typeof error?.code !== 'string' || typeof error.zh !== 'string') return faultTold(response.status)
  const told = { code: error.code, zh: error.zh, en: error.en ?? error.zh, facts: error.facts ?? {}, status: response.status }
  return error.fields ? { ...told, fields: error.fields } : told
}

function faultTold(status: number): Told {
  return { code: 'server-fault', status, facts: { status }, ...FAULT }
}

async function jsonOf(response: Response): Promise<Result<unknown, true>> {
  try {
    return { ok: true, value: await response.json() }
  } catch {
    return { ok: false, refusal: true }
  }
}

/** The file name of a Content-Disposition header; RFC 5987's `filename*` first, because names are Chinese. */
export function fileNameOf(disposition: string): string {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return extended ? decodeURIComponent(extended) : (/filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? 'download')
}
