import { type AttemptView, type PaperView, backOffMs } from '../../../../modules/delivery/contract.ts'
import { type Desk, type Entry, nowOf, pause, refused, show, takeAttempt } from '../desk.ts'
import { showPaper } from '../entry.ts'
import { mayRetry } from '../../ports/exam-server.ts'
import type { ExamServer } from '../../ports/exam-server.ts'
import { fetchKey, stageForm } from './stage-form.ts'
import { openForm } from './paper-here.ts'

/** So long the start may take before the candidate sees the first item from this machine. */
const PATIENCE_MS = 700
type Reply = Awaited<ReturnType<ExamServer['start']>>

/** The form is fetched while the candidate reads. A start that was pressed before the page was loaded anew goes on. */
export async function makeReady(desk: Desk, entry: Entry): Promise<void> {
  show(desk, { kind: 'ready', attempt: entry.known.attempt, busy: false, told: null })
  const staged = stageForm(desk, entry)
  if (desk.parts.memory.get('start-ref') === null) return
  await staged
  await startPaper(desk)
}

/** Starts the clock of the attempt; the reference makes a repeated request the same start. With form and key here, the paper does not wait for the network. */
export async function startPaper(desk: Desk): Promise<void> {
  const { phase } = desk.state
  const { memory, newRef } = desk.parts
  const { entry } = desk
  if (phase.kind !== 'ready' || phase.busy || entry === null) return
  const startRef = memory.get('start-ref') ?? newRef()
  show(desk, { ...phase, busy: true, told: null })
  const key = entry.form === null ? null : await fetchKey(desk, entry)
  if (key?.ok === false && !isNoMatter(key.refusal.code)) return show(desk, { ...phase, busy: false, told: key.refusal })
  memory.set('start-ref', startRef)
  const paper = key?.ok ? await openForm(desk, entry, key.value) : null
  const asked = desk.parts.server.start(entry.token, startRef)
  const reply = paper ? await Promise.race([asked, pause(desk, PATIENCE_MS).then(() => null)]) : await asked
  if (paper && (reply === null || (!reply.ok && mayRetry(reply.refusal))))
    return beginHere(desk, entry, { paper, attempt: phase.attempt, startRef, asked })
  if (reply?.ok && paper) return showPaper(desk, entry, { known: { ...entry.known, attempt: reply.value.attempt }, paper, kept: [] })
  if (reply) await decided(desk, entry, reply)
}

/** The server hands the paper out in the open, or knows this form no more. */
function isNoMatter(code: string): boolean {
  return code === 'forms-not-staged' || code === 'not-found' || code === 'attempt-over' || code === 'already-started'
}

async function decided(desk: Desk, entry: Entry, reply: Reply): Promise<void> {
  const { phase } = desk.state
  if (reply.ok || reply.refusal.code === 'already-started' || reply.refusal.code === 'attempt-over')
    return desk.acts.resume(desk, entry.token)
  if (reply.refusal.code === 'token-refused' || reply.refusal.code === 'fenced') return refused(desk, reply.refusal)
  const { attempt } = phase.kind === 'ready' || phase.kind === 'paper' ? phase : entry.known
  show(desk, { kind: 'ready', attempt, busy: false, told: reply.refusal })
}

type Begun = { readonly paper: PaperView; readonly attempt: AttemptView; readonly startRef: string; readonly asked: Promise<Reply> }

/** The paper opens before any server knows of the start: nothing is saved there until one does. */
async function beginHere(desk: Desk, entry: Entry, { paper, attempt, startRef, asked }: Begun): Promise<void> {
  entry.startPending = true
  const running = provisional(attempt, nowOf(desk))
  showPaper(desk, entry, { known: { ...entry.known, attempt: running }, paper, kept: [] })
  let reply = await asked
  for (let failures = 1; !reply.ok && mayRetry(reply.refusal); failures++) {
    await pause(desk, backOffMs(failures, desk.parts.dice))
    if (desk.entry !== entry || !entry.startPending) return
    reply = await desk.parts.server.start(entry.token, startRef)
  }
  if (desk.entry !== entry) return
  if (!reply.ok) return decided(desk, entry, reply)
  takeAttempt(desk, reply.value.attempt)
  entry.known = { ...entry.known, attempt: reply.value.attempt }
  entry.startPending = false
  entry.saver?.flush(false)
}

/** As the server will see it, as far as this page can know. */
function provisional(attempt: AttemptView, now: number): AttemptView {
  const from = attempt.clock === 'sitting' ? attempt.opensAt : now
  const minutes = (count: number) => from + count * 60_000
  return {
    ...attempt,
    state: 'running',
    startedAt: from,
    endsAt: minutes(attempt.minutes),
    handInFrom: minutes(attempt.earliestHandInMinutes),
  }
}
