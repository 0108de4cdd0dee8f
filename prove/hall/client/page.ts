import type { AttemptStateView, PlacedEvent } from '../../../src/modules/delivery/contract.ts'
import { hasHole, kept, lastSeq, mayGoOn, openOutbox } from '../../../src/modules/delivery/core/protocol/client/outbox.ts'
import { type NextSave, backOffMs, heard, lost, statusOf, stored } from '../../../src/modules/delivery/core/protocol/client/sending.ts'
import { type Step, effectsBetween, pump } from '../../../src/modules/delivery/core/protocol/client/steps.ts'
import { callEnter, callSave, callState, written } from './calls.ts'
import { type Machine, type Page, between, clockOf, epochOf, later } from './machine.ts'

const KEEP_MS = [1, 12] as const

/** Opens a page: it takes up what the tab remembers, or asks the invigilator for a code. */
export function openPage(machine: Machine): void {
  const page: Page = { gone: false, outbox: null, standing: 'opening', wake: undefined, said: '' }
  machine.page = page
  void takeUp(machine, page, 0)
}

export function closePage(machine: Machine): void {
  const { page } = machine
  if (!page) return
  if (page.outbox && page.outbox.unkept.size > 0) machine.room.recorder.note({ kind: 'destroyed', what: 'page', name: machine.name })
  page.gone = true
  clearTimeout(page.wake)
  machine.page = null
}

async function takeUp(machine: Machine, page: Page, tries: number): Promise<void> {
  if (page.gone) return
  if (machine.memory.token === null) return enter(machine, page, tries)
  const answer = await callState(machine)
  if (page.gone) return
  if (answer && 'value' in answer) {
    const state = answer.value
    const through = state.stored.find(one => one.epoch === state.epoch)?.through ?? 0
    const isOver = state.receipt !== null || state.attempt.epoch > state.epoch
    return isOver || goesOn(machine, state.epoch, through) ? open(machine, page, state) : enter(machine, page, 0)
  }
  if (answer?.code === 'token-refused') machine.memory.token = null
  later(machine, backOffMs(tries + 1, machine.room.dice), () => void takeUp(machine, page, tries + 1))
}

/** A fresh entry that nothing was written in goes on in any case. */
function goesOn(machine: Machine, epoch: number, through: number): boolean {
  if (machine.room.careless === 'numbers-anew') return true
  const rows = [...machine.rows.values()]
  if (through === 0 && machine.memory.vouched && !rows.some(row => row.epoch === epoch)) return true
  return mayGoOn({ epoch, keeps: true, vouched: machine.memory.vouched, kept: rows, through, newest: epoch })
}

/** The person asks for a code and types it in; a new entry fences the one before. */
async function enter(machine: Machine, page: Page, tries: number): Promise<void> {
  if (page.gone) return
  const code = await machine.room.admit(machine.seat).catch(() => null)
  const answer = code === null ? null : await callEnter(machine, code)
  if (page.gone) return
  if (answer && 'value' in answer) {
    machine.memory = { token: answer.value.token, vouched: true }
    return open(machine, page, answer.value.state)
  }
  if (answer?.code === 'attempt-over' && machine.memory.token !== null) page.standing = 'done'
  else later(machine, backOffMs(tries + 1, machine.room.dice), () => void enter(machine, page, tries + 1))
}

function open(machine: Machine, page: Page, state: AttemptStateView): void {
  const { rows, room } = machine
  const anew = room.careless === 'numbers-anew'
  const kept = anew ? [] : [...rows.values()]
  page.outbox = openOutbox({ epoch: state.epoch, stored: state.stored, kept, keeps: true })
  page.standing = state.receipt !== null ? 'done' : state.attempt.epoch > state.epoch ? 'fenced' : 'working'
  work(machine, page)
}

/** Carries out what the outbox asks for, and comes back when the next thing is due. */
export function work(machine: Machine, page: Page, leaving = false): void {
  if (page.gone || !page.outbox) return
  if (hasHole(page.outbox) && page.standing === 'working' && !page.outbox.inFlight) return startOver(machine)
  carryOut(machine, page, pump(page.outbox, clockOf(machine), leaving))
  show(machine, page)
}

/** Numbers are missing that the machine does not hold: a new entry brings what there is as that of an older one. */
function startOver(machine: Machine): void {
  machine.memory.vouched = false
  closePage(machine)
  openPage(machine)
}

function carryOut(machine: Machine, page: Page, step: Step): void {
  page.outbox = step.outbox
  if (!step.outbox.vouched) machine.memory.vouched = false
  for (const effect of step.effects) {
    if (effect.do === 'keep') keep(machine, page, effect.events)
    else if (effect.do === 'forget') for (const event of effect.events) machine.rows.delete(nameOf(event))
    else if (effect.do === 'send') void send(machine, page, effect.save)
    else {
      clearTimeout(page.wake)
      page.wake = later(machine, Math.max(1, effect.at - clockOf(machine)), () => work(machine, page))
    }
  }
}

const nameOf = (event: PlacedEvent) => `${event.epoch}.${event.seq}`

/** The log of the machine takes a moment; a page that dies on the way leaves nothing of it. */
export function keep(machine: Machine, page: Page, events: readonly PlacedEvent[]): void {
  setTimeout(
    () => {
      if (page.gone || !page.outbox) return
      for (const event of events) machine.rows.set(nameOf(event), event)
      machine.room.recorder.note({ kind: 'kept', by: machine.name, attempt: machine.seat.attemptId, events: events.map(written) })
      page.outbox = kept(page.outbox, events)
      work(machine, page)
    },
    between(machine, ...KEEP_MS),
  )
}

async function send(machine: Machine, page: Page, save: NextSave): Promise<void> {
  const { careless, dice } = machine.room
  if (careless === 'forgets-when-sent') for (const event of save.events) machine.rows.delete(nameOf(event))
  const answer = await callSave(machine, save)
  if (page.gone || !page.outbox) return
  const at = { now: clockOf(machine), dice }
  const before = page.outbox
  if (answer && 'value' in answer) {
    const { epoch, storedThrough: through, pairThrough: pair, standing } = answer.value
    page.outbox = stored(before, save, { epoch, through, pair }, at)
    if (standing === 'late') page.standing = 'done'
    else if (standing === 'fenced' && epochOf(machine) === before.epoch && page.standing === 'working') page.standing = 'fenced'
  } else page.outbox = lost(before, at)
  carryOut(machine, page, { outbox: page.outbox, effects: effectsBetween(before, page.outbox) })
  work(machine, page)
}

/** What a state tells of the server's store; asked now and then, and at the end of a round. */
export async function look(machine: Machine): Promise<void> {
  const { page } = machine
  if (!page?.outbox || page.outbox.inFlight) return
  const answer = await callState(machine)
  if (page.gone || !answer || !('value' in answer) || page.outbox.inFlight) return
  const before = page.outbox
  if (answer.value.receipt !== null) page.standing = 'done'
  const after = heard(
    before,
    answer.value.stored.map(({ epoch, through, pair }) => ({ epoch, through, pair })),
  )
  carryOut(machine, page, { outbox: after, effects: effectsBetween(before, after) })
  work(machine, page)
}

/** The words beside the paper go into the history: they must be true. */
function show(machine: Machine, page: Page): void {
  if (!page.outbox) return
  const { recorder, careless } = machine.room
  const { kind } = statusOf(page.outbox)
  const isSaved = kind === 'saved' || kind === 'saved-twice' || (careless === 'shown-when-sent' && page.outbox.inFlight)
  const last = lastSeq(page.outbox)
  const said = `${page.outbox.epoch}.${last}`
  if (!isSaved || last === 0 || said === page.said || page.standing === 'opening') return
  page.said = said
  const { epoch } = page.outbox
  recorder.note({ kind: 'shown', by: machine.name, attempt: machine.seat.attemptId, level: 'saved', epoch, lastSeq: last })
}
