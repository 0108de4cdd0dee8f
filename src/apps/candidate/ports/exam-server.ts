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
  addFile,
  enterPaper,
  handInPaper,
  readPaper,
  readState,
  saveEvents,
  startPaper,
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
  handIn(token: string, how: { readonly lastSeq: number; readonly by: 'candidate' | 'clock' }): Reply<ReceiptView>
}

const PATIENCE_MS = 10_000
/** A file of 20 MB over a slow line. */
const FILE_PATIENCE_MS = 120_000

export function httpExamServer(): ExamServer {
  const at = (token: string, leaving = false, patienceMs = PATIENCE_MS) => ({
    wire: wireWith(token, leaving, patienceMs),
    params: { attemptId: token.split('.')[1] ?? '' },
  })
  return {
    enter: (ticketNumber, entryCode) => callOver(wireWith(null, false), enterPaper, { body: { ticketNumber, entryCode } }),
    state: token => callOver(at(token).wire, readState, { params: at(token).params }),
    start: (token, startRef) => callOver(at(token).wire, startPaper, { params: at(token).params, body: { startRef } }),
    paper: token => callOver(at(token).wire, readPaper, { params: at(token).params }),
    save: (token, { epoch, events }, leaving) =>
      callOver(at(token, leaving).wire, saveEvents, { params: at(token).params, body: { epoch, events: events.map(withoutEpoch) } }),
    addFile: (token, itemId, file) =>
      callOver(at(token, false, FILE_PATIENCE_MS).wire, addFile, { params: at(token).params, body: { itemId }, file }),
    handIn: (token, how) => callOver(at(token).wire, handInPaper, { params: at(token).params, body: how }),
  }
}

/** A request that gets no reply in time counts as lost: saves and hand-in may be repeated without harm. */
function wireWith(token: string | null, leaving: boolean, patienceMs = PATIENCE_MS): Wire {
  return {
    cookies: () => '',
    fetch: (url, init) => {
      const patience = new AbortController()
      const timer = setTimeout(() => patience.abort(), patienceMs)
      const headers = { ...(init?.headers as Record<string, string>), ...(token === null ? {} : { authorization: `Bearer ${token}` }) }
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
