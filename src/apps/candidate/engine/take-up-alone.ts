import { type AttemptStateView, type PlacedEvent, mayGoOn } from '../../../modules/delivery/contract.ts'
import { type Desk, set } from './desk.ts'
import { readJson } from '../ports/local-shelf.ts'
import { paperHere } from './form/paper-here.ts'
import { stageForm } from './form/stage-form.ts'
import { keptOf, lastGiven, newEntry, openSaver, showPaper } from './entry.ts'
import { makeReady } from './form/begin.ts'

/** No server answers: goes on with the form, the log and the last known state of this machine, if all of it is here. */
export async function takeUpAlone(desk: Desk, token: string): Promise<boolean> {
  const { memory } = desk.parts
  const key = memory.get('log-key')
  const attemptId = token.split('.')[1] ?? ''
  if (key === null || key === '' || desk.entry !== null) return false
  const log = await desk.parts.openLog(attemptId, key)
  const known = log.durable ? await readJson<AttemptStateView>(log.shelf, 'state') : null
  if (known === null || known.receipt || known.attempt.state === 'handed-in' || known.attempt.state === 'closed') return false
  const entry = await newEntry(desk, { token, known, log, lease: true })
  entry.alone = true
  desk.entry = entry
  if ((await log.shelf.get('form').catch(() => null)) !== null) await stageForm(desk, entry)
  const paper = known.attempt.state === 'running' ? await paperHere(desk, entry) : null
  if (known.attempt.state === 'running' && paper === null) {
    desk.entry = null
    return false
  }
  const kept = await keptOf(desk, entry, [])
  const standing = entry.lease === 'elsewhere' ? 'second-tab' : goesOn(desk, known, kept) ? 'writing' : 'waiting'
  set(desk, { durableLog: true, calculator: known.calculator, link: 'down', standing })
  openSaver(desk, entry, { known, kept })
  if (standing === 'writing') entry.saver?.flush(false)
  if (paper) showPaper(desk, entry, { known, paper, kept })
  else await makeReady(desk, entry)
  return true
}

/**
 * Numbers may go on only where the last one is surely known: the tab remembers it, or the log holds the epoch without a hole. A tab left over
 * from before the last entry at this machine has the token of another epoch and waits for a server.
 */
function goesOn(desk: Desk, known: AttemptStateView, kept: readonly PlacedEvent[]): boolean {
  const newest = known.epoch
  const epoch = Number(desk.parts.memory.get('epoch') ?? newest)
  if (epoch < newest) return false
  const isNew = !kept.some(event => event.epoch === epoch) && !known.stored.some(one => one.epoch === epoch && one.through > 0)
  return lastGiven(desk, epoch) !== null || isNew || mayGoOn({ epoch, keeps: true, vouched: true, kept, through: null, newest })
}
