import { SHELL_PREFIX, howToAnswer, isOldShell } from './how-to-answer.ts'

/** The build writes the files of the shell in here. */
declare const ZHIHENG_SHELL: { readonly version: string; readonly files: readonly string[] }

type Lasting = Event & { waitUntil(work: Promise<unknown>): void }
type Asking = Lasting & { readonly request: Request; respondWith(answer: Promise<Response>): void }
type Worker = {
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  readonly registration: { readonly active: unknown }
  skipWaiting(): Promise<void>
  addEventListener<E extends Event>(name: string, listener: (event: E) => void): void
}

const worker = globalThis as unknown as Worker
const DOCUMENT = '/exam/'
const CACHE = SHELL_PREFIX + ZHIHENG_SHELL.version
/** A server that has not sent the document by then counts as away: the page comes from the cache. */
const PATIENCE_MS = 3_000

// a whole shell or none: the old one serves until then
worker.addEventListener<Lasting>('install', event => event.waitUntil(fill()))
worker.addEventListener<Lasting>('activate', event => event.waitUntil(tidy()))
worker.addEventListener<Asking>('fetch', event => {
  const how = howToAnswer(event.request, worker.location.origin)
  if (how === 'cache-first') event.respondWith(cached(event.request))
  else if (how === 'network-first') event.respondWith(documentFor(event.request))
})
// a new build waits until nobody is at work; the page says so from the sign-in
worker.addEventListener<MessageEvent>('message', event => {
  if (event.data === 'take-over') void worker.skipWaiting()
})

async function fill(): Promise<void> {
  const cache = await caches.open(CACHE)
  await cache.addAll([DOCUMENT, ...ZHIHENG_SHELL.files].map(path => new Request(path, { cache: 'reload' })))
}

async function tidy(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter(name => isOldShell(name, CACHE)).map(name => caches.delete(name)))
  await worker.clients.claim()
}

async function cached(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}

/** Also an answer that is an error page of whoever stands in between counts as none: nobody shall be trapped on one. */
async function documentFor(request: Request): Promise<Response> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
  const fresh = await fetch(request, { signal: patience.signal }).catch(() => null)
  clearTimeout(timer)
  if (fresh?.ok || fresh?.redirected || fresh?.type === 'opaqueredirect') return fresh
  return (await caches.match(DOCUMENT)) ?? fresh ?? Response.error()
}
