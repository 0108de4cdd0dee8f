import { diceOf, roll } from '../../../../kernel/dice.ts'
import {
  type CommandPlace,
  type PaperView,
  type ResponseEvent,
  carryOutCommand,
  handInPaper,
  openItemWorld,
  readPaper,
  saveEvents,
} from '../../../../modules/delivery/contract.ts'
import { demonstrateWay } from '../../../../modules/lab/contract.ts'
import { openClient } from '../../../../platform/http/client.ts'
import { inParallel } from '../driving/in-parallel.ts'
import { AT_ONCE, type SeasonWorld, type Track, told } from '../driving/season-world.ts'
import { chooseWay } from '../practising/choose-way.ts'
import type { ItemWork } from '../practising/item-work.ts'
import { type Entered, enterMachine } from './enter-machine.ts'

/** Steps that were saved, of those that were to be done; `papers` were begun at a machine. */
export type Practising = { readonly papers: number; readonly steps: number; readonly carriedOut: number }
type Counting = { -readonly [K in keyof Practising]: number }
type PaperItem = PaperView['sections'][number]['items'][number]

/** How many steps a machine saves at once; a person needs some seconds for each. */
const STEPS_A_SAVE = 20
const SECONDS_A_STEP = 20

/** Whoever has an entry code sits the practical paper: item by item, in the worlds of the laboratory, each step saved and carried out. */
export async function workInWorlds(
  world: SeasonWorld,
  tracks: readonly Track[],
  codes: ReadonlyMap<string, string | null>,
): Promise<Practising> {
  const counts: Counting = { papers: 0, steps: 0, carriedOut: 0 }
  const codeOf = (track: Track) => codes.get(track.application?.applicationId ?? '') ?? null
  await inParallel(
    tracks.filter(track => codeOf(track) !== null),
    AT_ONCE,
    async track => {
      const entered = await enterMachine(world, track, codeOf(track) ?? '')
      counts.papers += 1
      const paper = await world.caller.must(entered.machine, readPaper, { params: entered.params, bearer: entered.token })
      const sitting = { world, track, entered, counts, seq: 0 }
      const work: ItemWork[] = []
      for (const item of paper.sections.flatMap(section => section.items)) {
        const done = await workOn(sitting, item)
        if (done !== null) work.push(done)
      }
      track.practical = { present: true, mark: null, work, attempt: { ...entered.params, token: entered.token, lastSeq: sitting.seq } }
      world.progress.step()
    },
  )
  return counts
}

type Sitting = { readonly world: SeasonWorld; readonly track: Track; readonly entered: Entered; readonly counts: Counting; seq: number }

/** One item: the way somebody of this ability goes, or nothing. Null where the item was left alone. */
async function workOn(sitting: Sitting, item: PaperItem): Promise<ItemWork | null> {
  const { world, track, entered } = sitting
  const known = world.tasks.get(String(item.content['task']))
  if (item.type !== 'lab-task' || known === undefined) {
    world.surprises.push(`${told(track)}的操作技能试卷中有一题不是已知的实验任务`)
    return null
  }
  const way = chooseWay(known, track.person.ability, diceOf(`practice|${world.seed}|${track.person.index}|${known.task}`))
  if (way === null) return null
  const { itemId } = item
  const params = { ...entered.params, itemId }
  await world.caller.must(entered.machine, openItemWorld, { params, bearer: entered.token })
  const commands = await commandsOf(sitting, itemId, way.mistake)
  await carryOut(sitting, itemId, commands)
  return { itemId, task: known.task, marks: item.marks, whole: known.whole, earns: way.earns, judged: 0 }
}

type Command = { readonly type: string; readonly data?: unknown; readonly expectedSeq: number }

/** The invented people cannot read the world they are in; the demonstration tells them what to do. */
async function commandsOf({ world, entered }: Sitting, itemId: string, mistake: string | null): Promise<readonly Command[]> {
  const director = await world.staff.one('national-officer')
  const params = { ownerId: entered.params.attemptId, worldId: itemId }
  const { commands } = await world.caller.must(director, demonstrateWay, { params, query: mistake === null ? {} : { mistake } })
  return commands
}

/** Saves the steps, each resting on the one before, and has them carried out; the last one must stand at the end of the line. */
async function carryOut(sitting: Sitting, itemId: string, commands: readonly Command[]): Promise<void> {
  const { world, track, counts } = sitting
  const { machine, token, epoch, params } = sitting.entered
  let after: CommandPlace | null = null
  for (let at = 0; at < commands.length; at += STEPS_A_SAVE) {
    const events: ResponseEvent[] = []
    for (const { type, data, expectedSeq } of commands.slice(at, at + STEPS_A_SAVE)) {
      sitting.seq += 1
      const value = { type, data, expectedSeq, after }
      events.push({ seq: sitting.seq, itemId, clientMs: sitting.seq * SECONDS_A_STEP * 1000, kind: 'command', value })
      after = { epoch, seq: sitting.seq }
    }
    await world.caller.must(machine, saveEvents, { params, body: { epoch, events }, bearer: token })
    counts.steps += events.length
    const turn = { params: { ...params, itemId }, body: { epoch, seq: sitting.seq }, bearer: token }
    const { through } = await world.caller.must(machine, carryOutCommand, turn)
    if (through?.seq === sitting.seq) counts.carriedOut += events.length
    else world.surprises.push(`${told(track)}的操作做到第${sitting.seq}步，系统只做到第${through?.seq ?? 0}步`)
  }
}

/** Whoever hands in themselves does so; some do it twice. */
export async function handInPractical(world: SeasonWorld, tracks: readonly Track[]): Promise<number> {
  let handedIn = 0
  await inParallel(
    tracks.filter(track => track.practical?.attempt && track.handsIn),
    AT_ONCE,
    async track => {
      const { attempt, work } = track.practical ?? {}
      if (!attempt) return
      const order = {
        params: { attemptId: attempt.attemptId },
        body: { lastSeq: attempt.lastSeq, by: 'candidate' as const },
        bearer: attempt.token,
      }
      const machine = openClient(world.address)
      const receipt = await world.caller.must(machine, handInPaper, order)
      handedIn += 1
      const worked = work?.length ?? 0
      if (receipt.answeredCount !== worked) world.surprises.push(`${told(track)}操作${worked}题，回执记${receipt.answeredCount}题`)
      if (roll(diceOf(`again|${world.seed}|${track.person.index}`), 10) > 0) return
      const again = await world.caller.must(machine, handInPaper, order)
      if (again.receiptCode !== receipt.receiptCode) world.surprises.push(`${told(track)}操作技能重复交卷得到另一张回执`)
    },
  )
  return handedIn
}
