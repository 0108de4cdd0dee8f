/** One reply as anybody on the line would hear it. */
export type Overheard = { readonly method: string; readonly path: string; readonly status: number; readonly body: string }

const TOLD_IN_TEXT = /json|text|event-stream|svg/

/** Keeps the body of every reply that a client in this process receives, until `end`. */
export function overhearReplies(): { readonly heard: Overheard[]; readonly end: () => void } {
  const heard: Overheard[] = []
  const real = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const reply = await real(input, init)
    const path = new URL(input instanceof Request ? input.url : String(input)).pathname
    const body = TOLD_IN_TEXT.test(reply.headers.get('content-type') ?? '') ? await reply.clone().text() : ''
    heard.push({ method: init?.method ?? 'GET', path, status: reply.status, body })
    return reply
  }
  return { heard, end: () => void (globalThis.fetch = real) }
}
