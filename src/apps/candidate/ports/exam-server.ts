import type { Result } from '../../../kernel/result.ts'
import {
  type AttemptStateView,
  type AttemptView,
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
  broughtText,
  enterPaper,
  handInPaper,
  mintNonce,
  readPaper,
  readState,
  saveEvents,
  startPaper,
  verifyPage,
} from '../../../modules/delivery/contract.ts'
import { type Told, type Wire, callOver } from '../../../ui/client.ts'

type Reply<T> = Promise<Result<T, Told>>

/** The server as the exam client needs it; tests put their own in its place. */
export type ExamServer = {
  enter(ticketNumber: string, entryCode: string): Reply<{ token: string; state: AttemptStateView }>
  state(token: string): Reply<AttemptStateView>
  start(token: string, startRef: string): Reply<{ attempt: AttemptView; serverTime: number }>
  paper(token: string): Reply<PaperView>
  /** `leaving`: the page is going away and the request shall outlive it. */
  save(token: string, save: { readonly epoch: number; readonly events: readonly PlacedEvent[] }, leaving: boolean): Reply<SaveView>
  /** A file for an item; it counts once a response names it. */
  addFile(token: string, itemId: string, file: File): Reply<FileView>
  /** The address of a page that can be loaded once. */
  mintNonce(token: string): Reply<{ path: string; validUntil: number }>
  /** Proves the page of a nonce by its hashes. */
  verifyPage(token: string, nonce: string, hashes: SebHashes): Reply<{ via: 'header' | 'script' }>
  /** From now on every request brings this along. */
  bring(brought: SebBrought): void
  handIn(token: string, how: { readonly lastSeq: number; readonly by: 'candidate' | 'clock' }): Reply<ReceiptView>
}

const PATIENCE_MS = 10_000
/** A file of 20 MB over a slow line. */
const FILE_PATIENCE_MS = 120_000

export function httpExamServer(): ExamServer {
  let brought: SebBrought | null = null
  const at = (token: string, leaving = false, patienceMs = PATIENCE_MS) => ({
    wire: wireWith(token, { leaving, patienceMs, brought }),
    params: { attemptId: token.split('.')[1] ?? '' },
  })
  return {
    enter: (ticketNumber, entryCode) =>
      callOver(wireWith(null, { leaving: false, patienceMs: PATIENCE_MS, brought: null }), enterPaper, {
        body: { ticketNumber, entryCode },
      }),
    state: token => callOver(at(token).wire, readState, { params: at(token).params }),
    start: (token, startRef) => callOver(at(token).wire, startPaper, { params: at(token).params, body: { startRef } }),
    paper: token => callOver(at(token).wire, readPaper, { params: at(token).params }),
    save: (token, { epoch, events }, leaving) =>
      callOver(at(token, leaving).wire, saveEvents, { params: at(token).params, body: { epoch, events: events.map(withoutEpoch) } }),
    addFile: (token, itemId, file) =>
      callOver(at(token, false, FILE_PATIENCE_MS).wire, addFile, { params: at(token).params, body: { itemId }, file }),
    mintNonce: token => callOver(at(token).wire, mintNonce, { params: at(token).params, body: {} }),
    verifyPage: (token, nonce, hashes) => callOver(at(token).wire, verifyPage, { params: { ...at(token).params, nonce }, body: hashes }),
    bring: shown => void (brought = shown),
    handIn: (token, how) => callOver(at(token).wire, handInPaper, { params: at(token).params, body: how }),
  }
}

/** A request that gets no reply in time counts as lost: saves and hand-in may be repeated without harm. */
function wireWith(
  token: string | null,
  { leaving, patienceMs, brought }: { readonly leaving: boolean; readonly patienceMs: number; readonly brought: SebBrought | null },
): Wire {
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
      return fetch(url, { ...init, headers, credentials: 'omit', keepalive: leaving, signal: patience.signal }).finally(() =>
        clearTimeout(timer),
      )
    },
  }
}

function withoutEpoch(event: PlacedEvent): ResponseEvent {
  const { itemId, seq, clientMs } = event
  return event.kind === 'mark'
    ? { itemId, seq, clientMs, kind: 'mark', value: event.value }
    : { itemId, seq, clientMs, kind: 'respond', value: event.value }
}

/** Can the same request succeed later? A lost network, a busy or broken server; not a refusal. */
export function mayRetry(told: Told): boolean {
  return told.status === 0 || told.status === 429 || told.status >= 500
}
