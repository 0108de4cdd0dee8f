import type { Endpoint } from '../../../kernel/endpoint.ts'
import type { Result } from '../../../kernel/result.ts'
import {
  type AttemptStateView,
  type AttemptView,
  type CommandPlace,
  type FileView,
  type PaperView,
  type PlacedEvent,
  type ReceiptView,
  type ResponseEvent,
  type SaveView,
  type SebBrought,
  type SebHashes,
  BROUGHT_HEADER,
  addFile,
  beatClient,
  broughtText,
  callForHelp,
  carryOutCommand,
  enterPaper,
  fileOfItemWorld,
  handInPaper,
  mintNonce,
  openItemWorld,
  readForm,
  readFormKey,
  readPaper,
  readState,
  saveEvents,
  startPaper,
  verifyPage,
} from '../../../modules/delivery/contract.ts'
import { type AnswerOf, type CallInput, type Told, type Wire, callOver } from '../../../ui/client.ts'

type Reply<T> = Promise<Result<T, Told>>
export type Save = { readonly server: number; readonly epoch: number; readonly events: readonly PlacedEvent[] }
export type Beat = CallInput<typeof beatClient>['body']

/** A server as the exam client needs it; tests put their own in its place. */
export type ExamServer = {
  enter(ticketNumber: string, entryCode: string): Reply<{ token: string; state: AttemptStateView }>
  state(token: string): Reply<AttemptStateView>
  start(token: string, startRef: string): Reply<{ attempt: AttemptView; serverTime: number }>
  paper(token: string): Reply<PaperView>
  /** The sealed form, from admission on; refused with `forms-not-staged` where papers come in the open. */
  form(token: string): Reply<{ packageId: string; formFile: string; byteLength: number }>
  /** What opens it, from the start on. */
  formKey(token: string): Reply<{ formKey: string; serverTime: number }>
  /** `leaving`: the page is going away and the request shall outlive it. */
  save(token: string, save: Save, leaving: boolean): Reply<SaveView>
  /** A sign of life; the reply tells of pauses, fencing and credits. */
  beat(token: string, beat: Beat): Reply<AnswerOf<typeof beatClient>>
  /** Raises a hand. */
  callForHelp(token: string): Reply<{ calledAt: number }>
  /** A file for an item; it counts once a response names it. */
  addFile(token: string, itemId: string, file: File): Reply<FileView>
  /** The world of an item, with everything done that was saved. */
  openWorld(token: string, itemId: string): Reply<AnswerOf<typeof openItemWorld>>
  /** Carries out a step that was saved. */
  carryOut(token: string, itemId: string, place: CommandPlace): Reply<AnswerOf<typeof carryOutCommand>>
  worldFile(token: string, itemId: string, what: { readonly app: string; readonly file: string }): Reply<Blob>
  /** The address of a page that can be loaded once. */
  mintNonce(token: string): Reply<{ path: string; validUntil: number }>
  /** Proves the page of a nonce by its hashes. */
  verifyPage(token: string, nonce: string, hashes: SebHashes): Reply<{ via: 'header' | 'script' }>
  /** From now on every request brings this along. */
  bring(brought: SebBrought): void
  handIn(token: string, how: { readonly lastSeq: number; readonly by: 'candidate' | 'clock' }): Reply<ReceiptView>
}

/** Longer than any healthy server takes, short enough to be with the other one before anybody minds. */
const PATIENCE_MS = 4_000
/** A form with pictures for a whole room at once. */
const FORM_PATIENCE_MS = 90_000
/** A world that is taken up anew at another server. */
const WORLD_PATIENCE_MS = 10_000
/** A file of 20 MB over a slow line. */
const FILE_PATIENCE_MS = 120_000

/** The server at an address; empty: the one this page came from. */
export function httpExamServer(origin: string): ExamServer {
  let brought: SebBrought | null = null
  type How = {
    readonly leaving?: boolean
    readonly patienceMs?: number
    readonly params?: object
    readonly body?: unknown
    readonly file?: File
  }
  const ask = <E extends Endpoint>(endpoint: E, token: string | null, how: How = {}) => {
    const wire = wireTo(origin, { token, leaving: how.leaving ?? false, patienceMs: how.patienceMs ?? PATIENCE_MS, brought })
    const params = { attemptId: token?.split('.')[1] ?? '', ...how.params }
    return callOver(wire, endpoint, { params, body: how.body, ...(how.file && { file: how.file }) } as never) as Reply<AnswerOf<E>>
  }
  return {
    enter: (ticketNumber, entryCode) => ask(enterPaper, null, { body: { ticketNumber, entryCode }, patienceMs: 10_000 }),
    state: token => ask(readState, token),
    start: (token, startRef) => ask(startPaper, token, { body: { startRef } }),
    paper: token => ask(readPaper, token, { patienceMs: FORM_PATIENCE_MS }),
    form: token => ask(readForm, token, { patienceMs: FORM_PATIENCE_MS }),
    formKey: token => ask(readFormKey, token),
    save: (token, { epoch, events }, leaving) => ask(saveEvents, token, { leaving, body: { epoch, events: events.map(withoutEpoch) } }),
    beat: (token, body) => ask(beatClient, token, { body }),
    callForHelp: token => ask(callForHelp, token),
    addFile: (token, itemId, file) => ask(addFile, token, { patienceMs: FILE_PATIENCE_MS, body: { itemId }, file }),
    openWorld: (token, itemId) => ask(openItemWorld, token, { params: { itemId }, patienceMs: WORLD_PATIENCE_MS }),
    carryOut: (token, itemId, place) => ask(carryOutCommand, token, { params: { itemId }, body: place }),
    worldFile: (token, itemId, what) =>
      fetchFile(wireTo(origin, { token, leaving: false, patienceMs: PATIENCE_MS, brought }), token, itemId, what),
    mintNonce: token => ask(mintNonce, token, { body: {} }),
    verifyPage: (token, nonce, hashes) => ask(verifyPage, token, { params: { nonce }, body: hashes }),
    bring: shown => void (brought = shown),
    handIn: (token, how) => ask(handInPaper, token, { body: how }),
  }
}

type WireHow = {
  readonly token: string | null
  readonly leaving: boolean
  readonly patienceMs: number
  readonly brought: SebBrought | null
}

/** A request that gets no reply in time counts as lost: saves and hand-in may be repeated without harm. */
function wireTo(origin: string, { token, leaving, patienceMs, brought }: WireHow): Wire {
  return {
    cookies: () => '',
    fetch: (url, init) => {
      const patience = new AbortController()
      const timer = setTimeout(() => patience.abort(), patienceMs)
      const headers = {
        ...(init?.headers as Record<string, string>),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(brought === null ? {} : { [BROUGHT_HEADER]: broughtText(brought) }),
      }
      return fetch(`${origin}${url as string}`, {
        ...init,
        headers,
        credentials: 'omit',
        keepalive: leaving,
        signal: patience.signal,
      }).finally(() => clearTimeout(timer))
    },
  }
}

async function fetchFile(
  wire: Wire,
  token: string,
  itemId: string,
  { app, file }: { readonly app: string; readonly file: string },
): Promise<Result<Blob, Told>> {
  const places: Readonly<Record<string, string>> = { attemptId: token.split('.')[1] ?? '', itemId, app, file }
  const path = fileOfItemWorld.path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(places[name] ?? ''))
  try {
    const reply = await wire.fetch(path, {})
    return reply.ok ? { ok: true, value: await reply.blob() } : { ok: false, refusal: NO_FILE }
  } catch {
    return { ok: false, refusal: { ...NO_FILE, code: 'network-lost' } }
  }
}
const NO_FILE: Told = { code: 'file-not-found', status: 404, facts: {}, zh: '没有取到这个文件。', en: 'The file could not be fetched.' }

function withoutEpoch(event: PlacedEvent): ResponseEvent {
  const { itemId, seq, clientMs } = event
  if (event.kind === 'mark') return { itemId, seq, clientMs, kind: 'mark', value: event.value }
  return event.kind === 'command'
    ? { itemId, seq, clientMs, kind: 'command', value: event.value }
    : { itemId, seq, clientMs, kind: 'respond', value: event.value }
}

/** Can the same request succeed later? A lost network, a busy or broken server; not a refusal. */
export function mayRetry(told: Told): boolean {
  return told.status === 0 || told.status === 429 || told.status >= 500
}
