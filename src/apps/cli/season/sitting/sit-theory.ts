import { diceOf, roll } from '../../../../kernel/dice.ts'
import { hundredths } from '../../../../kernel/marks.ts'
import { type PaperView, handInPaper, readPaper, readState, saveEvents } from '../../../../modules/delivery/contract.ts'
import { interactionOf } from '../../../../modules/interactions/contract.ts'
import { openClient } from '../../../../platform/http/client.ts'
import { type PaperItem, isKnown, respond, stemOf } from '../answering/answers.ts'
import { inParallel } from '../driving/in-parallel.ts'
import { AT_ONCE, type SeasonWorld, type Track, told } from '../driving/season-world.ts'
import { type Entered, enterMachine } from './enter-machine.ts'
import { type ScriptPlan, batchesOf, planScript } from './script-events.ts'

/** `events` and `responses` (events that give a response) were sent, the acknowledged ones confirmed as stored; `answered` counts items. */
export type Answering = {
  readonly started: number
  readonly saves: number
  readonly resent: number
  readonly events: number
  readonly acknowledged: number
  readonly responses: number
  readonly responsesAcknowledged: number
  readonly answered: number
}
type Counting = { -readonly [K in keyof Answering]: number }

const RESENT_IN_HUNDRED = 4

/** Whoever has an entry code enters a machine, starts the paper and works through it; every save waits for its acknowledgement. */
export async function answerPapers(
  world: SeasonWorld,
  tracks: readonly Track[],
  codes: ReadonlyMap<string, string | null>,
): Promise<Answering> {
  const counts: Counting = {
    started: 0,
    saves: 0,
    resent: 0,
    events: 0,
    acknowledged: 0,
    responses: 0,
    responsesAcknowledged: 0,
    answered: 0,
  }
  const inside = tracks.filter(t => t.application !== null && codes.has(t.application.applicationId))
  await inParallel(inside, AT_ONCE, async track => {
    const entered = await enterMachine(world, track, codes.get(track.application?.applicationId ?? '') ?? '')
    counts.started += 1
    const paper = await world.caller.must(entered.machine, readPaper, { params: entered.params, bearer: entered.token })
    const plan = planFor(world, track, paper)
    const acknowledged = await save({ world, track, counts }, entered, plan)
    count(counts, plan, acknowledged)
    const { attemptId } = entered.params
    const { answered, deserved, events } = plan
    track.theory = { attemptId, token: entered.token, lastSeq: events.length, acknowledged, answered, deserved, receiptCode: null }
    world.progress.step()
  })
  return counts
}

function count(counts: Counting, { events, answered }: ScriptPlan, acknowledged: number): void {
  const responses = events.filter(e => e.kind === 'respond')
  counts.events += events.length
  counts.acknowledged += acknowledged
  counts.responses += responses.length
  counts.responsesAcknowledged += responses.filter(e => e.seq <= acknowledged).length
  counts.answered += answered
}

function planFor(world: SeasonWorld, track: Track, paper: PaperView): ScriptPlan {
  const unknown = paper.sections.flatMap(s => s.items).filter(item => !isKnown(item, world.book))
  if (unknown.length > 0) world.surprises.push(`${told(track)}的试卷中有${unknown.length}道题不在题库文件中`)
  const diceFor = (item: PaperItem) => diceOf(`script|${world.seed}|${track.person.index}|${stemOf(item)}`)
  return planScript({ paper, ability: track.person.ability, book: world.book, diceFor, earns: (item, value) => earned(world, item, value) })
}

/** What a response is worth: by the item's own rules where they are known, otherwise all marks for exactly the right one. */
function earned({ book }: SeasonWorld, item: PaperItem, value: object): number {
  const whole = book.wholeItem(item.type, item.content)
  if (whole !== undefined) return interactionOf(item.type).score({ ...whole, response: value, max: hundredths(item.marks) }).earned
  const best = respond(item, Number.POSITIVE_INFINITY, book, () => 0)
  return JSON.stringify(best) === JSON.stringify(value) ? hundredths(item.marks) : 0
}

type Saving = { readonly world: SeasonWorld; readonly track: Track; readonly counts: Counting }

/** Saves batch after batch; now and then a reply is lost and the same batch is sent again. */
async function save({ world, track, counts }: Saving, { machine, token, epoch, params }: Entered, { events }: ScriptPlan): Promise<number> {
  const dice = diceOf(`saves|${world.seed}|${track.person.index}`)
  let acknowledged = 0
  for (const batch of batchesOf(events, dice)) {
    const times = roll(dice, 100) < RESENT_IN_HUNDRED ? 2 : 1
    counts.resent += times - 1
    for (let i = 0; i < times; i++) {
      const saved = await world.caller.must(machine, saveEvents, { params, body: { epoch, events: batch }, bearer: token })
      counts.saves += 1
      acknowledged = saved.storedThrough
    }
    const sent = batch.at(-1)?.seq ?? 0
    if (acknowledged !== sent) world.surprises.push(`${told(track)}已发送至第${sent}条，服务器只确认到第${acknowledged}条`)
  }
  return acknowledged
}

/** Whoever hands in themselves does so now, some twice; the receipt must count what was acknowledged. */
export async function handInPapers(world: SeasonWorld, tracks: readonly Track[]): Promise<number> {
  let handedIn = 0
  const ready = tracks.filter(t => t.theory !== null && t.handsIn)
  await inParallel(ready, AT_ONCE, async (track, index) => {
    const { theory } = track
    if (theory === null) return
    const params = { attemptId: theory.attemptId }
    const order = { params, body: { lastSeq: theory.lastSeq, by: 'candidate' as const }, bearer: theory.token }
    const machine = openClient(world.address)
    const receipt = await world.caller.must(machine, handInPaper, order)
    handedIn += 1
    theory.receiptCode = receipt.receiptCode
    if (receipt.answeredCount !== theory.answered)
      world.surprises.push(`${told(track)}作答${theory.answered}题，回执记${receipt.answeredCount}题`)
    if (index % 10 === 0) {
      const again = await world.caller.must(machine, handInPaper, order)
      if (again.receiptCode !== receipt.receiptCode) world.surprises.push(`${told(track)}重复交卷得到另一张回执`)
    }
    world.progress.step()
  })
  return handedIn
}

/** Whoever worked until the bell finds a receipt as well once the sitting is closed. */
export async function collectReceipts(world: SeasonWorld, tracks: readonly Track[]): Promise<number> {
  let collected = 0
  const open = tracks.filter(t => t.theory !== null && t.theory.receiptCode === null)
  await inParallel(open, AT_ONCE, async track => {
    const { theory } = track
    if (theory === null) return
    const { receipt } = await world.caller.must(openClient(world.address), readState, {
      params: { attemptId: theory.attemptId },
      bearer: theory.token,
    })
    if (receipt === null) world.surprises.push(`${told(track)}在场次结束后没有回执`)
    else if (receipt.answeredCount !== theory.answered)
      world.surprises.push(`${told(track)}作答${theory.answered}题，收卷后记${receipt.answeredCount}题`)
    else collected += 1
    theory.receiptCode = receipt?.receiptCode ?? null
  })
  return collected
}
