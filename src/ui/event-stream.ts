import type { Endpoint } from '../kernel/endpoint.ts'
import { type CallInput, openEvents, type Told, type Wire } from './client.ts'

/** One server-sent event as it came. */
export type HeardEvent = { readonly name: string; readonly id: string | null; readonly data: string }

/**
 * Takes a stream of server-sent events apart, piece by piece as it arrives. Comments (the server's beats) give no event.
 * Written after the grammar of the HTML standard, §9.2.6, without the byte order mark and without `retry`.
 */
export function eventReader(): (piece: string) => HeardEvent[] {
  let rest = ''
  return piece => {
    const blocks = (rest + piece).replaceAll('\r\n', '\n').split('\n\n')
    rest = blocks.pop() ?? ''
    return blocks.flatMap(block => eventOf(block) ?? [])
  }
}

function eventOf(block: string): HeardEvent | null {
  const fields = { name: 'message', id: null as string | null, data: [] as string[] }
  for (const line of block.split('\n')) {
    const [, field, value] = /^(event|id|data): ?(.*)$/.exec(line) ?? []
    if (field === 'event') fields.name = value ?? ''
    if (field === 'id') fields.id = value ?? ''
    if (field === 'data') fields.data.push(value ?? '')
  }
  return fields.data.length === 0 ? null : { ...fields, data: fields.data.join('\n') }
}

/** How a stream stands: `open` since its last sign of life, `lost` and trying again, or `refused` by the server, which ends it. */
export type StreamState = { readonly kind: 'opening' | 'open' | 'lost' } | { readonly kind: 'refused'; readonly told: Told }
export type Following<E extends Endpoint> = {
  readonly endpoint: E
  readonly input: CallInput<E>
  readonly onEvent: (event: HeardEvent) => void
  /** Called at every change, and with `open` at every sign of life, so that a page can say how old what it shows is. */
  readonly onState: (state: StreamState) => void
  readonly wire?: Wire
  /** A stream that says nothing for so long is dead even if its connection stands (a pulled cable tells nobody). */
  readonly silentMs?: number
  readonly waitMs?: (failures: number) => number
}

/** The server beats every 15 seconds. */
const SILENT_MS = 40_000
const FIRST_WAIT_MS = 500
const MOST_WAIT_MS = 5_000

/** Waits half a second after the first failure, then longer and longer up to five; the dice keep many consoles from coming back at once. */
function waitAfter(failures: number): number {
  return Math.min(MOST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 6)) * (0.75 + Math.random() / 2)
}

/**
 * Follows an endpoint of server-sent events: comes back by itself with the last event id it heard, notices a dead connection,
 * and ends only when the server refuses (signed out, no such thing) or the caller does. Returns the way to stop.
 */
export function followEvents<E extends Endpoint>({ endpoint, input, onEvent, onState, wire, ...pace }: Following<E>): () => void {
  const ending = new AbortController()
  let heard: string | null = null
  const hear = async (response: Response, alive: () => void) => {
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    const decoder = new TextDecoder()
    const read = eventReader()
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      alive()
      for (const event of read(decoder.decode(value, { stream: true }))) {
        onEvent(event)
        // only what was taken in is heard: an event on which the page stumbles comes again
        heard = event.id ?? heard
      }
    }
  }
  const once = async (): Promise<'lost' | 'refused'> => {
    const attempt = new AbortController()
    const give = () => attempt.abort()
    ending.signal.addEventListener('abort', give)
    let timer = setTimeout(give, pace.silentMs ?? SILENT_MS)
    const alive = () => {
      clearTimeout(timer)
      timer = setTimeout(give, pace.silentMs ?? SILENT_MS)
      if (!ending.signal.aborted) onState({ kind: 'open' })
    }
    try {
      const reply = await openEvents(endpoint, { ...input, signal: attempt.signal }, heard, wire)
      if (!reply.ok) return refusedOf(reply.refusal)
      alive()
      await hear(reply.value, alive)
      return 'lost'
    } catch {
      return 'lost'
    } finally {
      clearTimeout(timer)
      ending.signal.removeEventListener('abort', give)
      attempt.abort()
    }
  }
  const refusedOf = (told: Told): 'lost' | 'refused' => {
    const final = told.status >= 400 && told.status < 500 && told.status !== 429
    if (final && !ending.signal.aborted) onState({ kind: 'refused', told })
    return final ? 'refused' : 'lost'
  }
  void keepOn({ once, ending: ending.signal, onState, wait: pace.waitMs ?? waitAfter })
  return () => ending.abort()
}

type Round = {
  readonly once: () => Promise<'lost' | 'refused'>
  readonly ending: AbortSignal
  readonly onState: (state: StreamState) => void
  readonly wait: (failures: number) => number
}

async function keepOn({ once, ending, onState, wait }: Round): Promise<void> {
  onState({ kind: 'opening' })
  for (let failures = 0; !ending.aborted; failures++) {
    const startedAt = performance.now()
    if ((await once()) === 'refused' || ending.aborted) return
    onState({ kind: 'lost' })
    // who was connected for a while starts with the short wait again
    if (performance.now() - startedAt > MOST_WAIT_MS) failures = 0
    await new Promise<void>(done => {
      const timer = setTimeout(done, wait(failures))
      ending.addEventListener('abort', () => (clearTimeout(timer), done()), { once: true })
    })
  }
}
