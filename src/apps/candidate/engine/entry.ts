import { type AttemptStateView, type PaperView, type PlacedEvent, identity, openOutbox } from '../../../modules/delivery/contract.ts'
import { type Desk, type Entry, moveEnd, readState, refused, set, show, showEnd, takeClock } from './desk.ts'
import { writeJson } from '../ports/local-shelf.ts'
import { handIn } from './hand-over.ts'
import { createSaver } from './saver.ts'
import { openSheet } from './sheet.ts'

/** What belongs to an attempt on this page: its log and the lease that lets one tab write. */
export async function newEntry(
  desk: Desk,
  of: { readonly token: string; readonly known: AttemptStateView; readonly log: Entry['log']; readonly lease: boolean },
): Promise<Entry> {
  const { token, known, log } = of
  const { attemptId } = known.attempt
  const onGained = () => {
    if (desk.entry?.attemptId !== attemptId) return
    desk.entry = { ...desk.entry, lease: 'held' }
    void desk.acts.resume(desk, token)
  }
  const lease = of.lease ? await desk.parts.takeLease(attemptId, onGained) : 'held'
  const nothing = { saver: null, form: null, staging: null, asksKey: false, startPending: false }
  return { ...nothing, token, attemptId, epoch: known.epoch, known, log, lease }
}

/** What this machine holds of the work: its log, what the page still had, and what was on its way when a page went away. */
export async function keptOf(desk: Desk, entry: Entry, left: readonly PlacedEvent[]): Promise<PlacedEvent[]> {
  const leaving = JSON.parse(desk.parts.memory.get('leaving') ?? '[]') as PlacedEvent[]
  const loose = together(left, leaving)
  const written =
    loose.length === 0 ||
    (await entry.log
      .keep(loose)
      .then(() => true)
      .catch(() => false))
  if (written && entry.log.durable) desk.parts.memory.set('leaving', null)
  return together(await entry.log.read().catch(() => []), loose)
}

export type Known = { readonly known: AttemptStateView; readonly kept: readonly PlacedEvent[] }

export function openSaver(desk: Desk, entry: Entry, { known, kept }: Known): void {
  const { server, time, dice, memory } = desk.parts
  const { epoch, stored } = known
  entry.saver = createSaver({
    // before a server knows of the start, it takes nothing
    server: { save: (token, save, leaving) => (entry.startPending ? NOT_YET : server.save(token, save, leaving)) },
    time,
    dice,
    token: entry.token,
    log: entry.log,
    outbox: openOutbox({ epoch, stored, kept, keeps: entry.log.durable, server: server.place(), servers: server.count() }),
    onStatus: save => set(desk, { save }),
    onReply: (reply, timing) => {
      takeClock(desk, { serverMs: reply.serverTime, ...timing })
      if (reply.standing === 'fenced') set(desk, { standing: 'fenced' })
      if (reply.standing === 'late') void endedMeanwhile(desk, entry.token)
      moveEnd(desk, reply.endsAt)
    },
    // the attempt may have been ended from outside: then its state has a receipt
    onRefused: told => {
      // once the receipt is shown there is nothing to ask any more; what was not taken is counted there
      if (desk.state.phase.kind === 'ended') return
      if (told.code === 'attempt-over') void desk.acts.resume(desk, entry.token)
      else refused(desk, told)
    },
    onLogLost: () => {
      memory.set('vouched', 'no')
      set(desk, { durableLog: false })
    },
    onLeaving: events => events.length > 0 && memory.set('leaving', JSON.stringify(events)),
  })
}

const NOT_YET = Promise.resolve({
  ok: false,
  refusal: { code: 'network-lost', status: 0, facts: {}, zh: '尚未连上服务器。', en: 'No server has been reached yet.' },
} as const)

/** A save was taken after the end: the attempt was closed from outside, or its time is over. */
async function endedMeanwhile(desk: Desk, token: string): Promise<void> {
  const reply = await readState(desk, token)
  if (!reply.ok || desk.entry?.token !== token || !reply.value.receipt) return
  const { attempt, receipt, lateCount } = reply.value
  showEnd(desk, { attempt, receipt, lateCount })
}

/** The first item stands on the screen; a hand-in that was under way when the page was loaded anew goes on. */
export function showPaper(desk: Desk, entry: Entry, { known, paper, kept }: Known & { readonly paper: PaperView }): void {
  const { memory } = desk.parts
  entry.known = known
  void writeJson(entry.log.shelf, 'state', known)
  show(desk, { kind: 'paper', attempt: known.attempt, sheet: openSheet(paper, known, kept, memory.get('item')), told: null })
  const wanted = memory.get('hand-in')
  if (wanted !== null && desk.state.standing === 'writing') void handIn(desk, wanted === 'clock' ? 'clock' : 'candidate')
}

/** Both lists without repetition: what the log could not take is still known to the page. */
function together(log: readonly PlacedEvent[], page: readonly PlacedEvent[]): PlacedEvent[] {
  const known = new Set(log.map(identity))
  return [...log, ...page.filter(event => !known.has(identity(event)))]
}
