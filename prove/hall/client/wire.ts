import { Agent, request } from 'node:http'

/** What came back: never half a reply. */
export type Answer = {
  readonly status: number
  readonly body: unknown
  /** Seconds after which to come again, if the server said so. */ readonly retryAfter: number | null
}
export type Ask = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly token?: string | null
  readonly body?: unknown
}

/** The line of one machine to whatever listens at a port: kept-alive connections, and patience that ends. */
export type Wire = { ask(ask: Ask): Promise<Answer | null>; close(): void }

/** `null` is all that is known when the line broke or nothing came in time. */
export function openWire(port: () => number, patienceMs: number): Wire {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  return {
    ask: ask => once({ agent, port: port(), patienceMs }, ask),
    close: () => agent.destroy(),
  }
}

type Line = { readonly agent: Agent; readonly port: number; readonly patienceMs: number }

function once({ agent, port, patienceMs }: Line, { method, path, token, body }: Ask): Promise<Answer | null> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  const headers = {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
  }
  return new Promise(done => {
    const out = request({ agent, host: '127.0.0.1', port, method, path, headers, signal: AbortSignal.timeout(patienceMs) })
    out.once('error', () => done(null))
    out.once('response', reply => {
      let said = ''
      reply.setEncoding('utf8')
      reply.on('data', (chunk: string) => (said += chunk))
      reply.once('error', () => done(null))
      reply.once('close', () => done(reply.complete ? answerOf(reply.statusCode ?? 0, reply.headers['retry-after'], said) : null))
    })
    out.end(text)
  })
}

function answerOf(status: number, retryAfter: string | undefined, said: string): Answer | null {
  try {
    return { status, body: said === '' ? null : JSON.parse(said), retryAfter: retryAfter === undefined ? null : Number(retryAfter) }
  } catch {
    return null
  }
}
