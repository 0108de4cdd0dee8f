import { setTimeout as pause } from 'node:timers/promises'
import { diceOf, roll } from '../../../../kernel/dice.ts'
import { MARK_STEP, listMarking, listQueue, submitCheckMarks, submitMarks } from '../../../../modules/marking/contract.ts'
import type { OutputOf } from '../../../../kernel/endpoint.ts'
import type { Client } from '../../../../platform/http/client.ts'
import { inParallel } from '../driving/in-parallel.ts'
import { AT_ONCE, type SeasonWorld, type Track, told } from '../driving/season-world.ts'
import { type PracticalDay, placeKey } from '../sitting/exam-day.ts'
import { markSheetFor, totalOfDraft } from '../sitting/practical-marks.ts'

const LOOK_EVERY_MS = 200
const PATIENCE_MS = 60_000

/**
 * Assessors mark every script that waits for them: by the four criteria where a person marks the whole paper, and what no machine can judge
 * where the laboratory marks it. They see numbers only; which ability a script stands for the season knows from the seats in the chief
 * assessor's list. Answers with how many papers have their marks then, those the laboratory marked alone among them.
 */
export async function markPracticals(world: SeasonWorld, day: PracticalDay, tracks: readonly Track[]): Promise<number> {
  const owners = await ownersOfScripts(world, day, tracks)
  const assessors = await world.staff.holding('assessor')
  for (const assessor of assessors) {
    const { waiting } = await world.caller.must(assessor, listQueue, {})
    const own = waiting.filter(s => owners.has(s.scriptId))
    const share = assessor === assessors.at(-1) ? own : own.slice(0, Math.ceil(own.length / assessors.length))
    await inParallel(share, AT_ONCE, script => markScript(world, assessor, script, owners.get(script.scriptId)))
  }
  return tracks.filter(({ practical }) => practical?.mark !== null || practical.work !== null).filter(t => t.practical?.present).length
}

type Script = OutputOf<typeof listQueue.reply>['waiting'][number]

async function markScript(world: SeasonWorld, assessor: Client, script: Script, track: Track | undefined): Promise<void> {
  const { sittingId, scriptId, asks } = script
  if (!track?.practical) throw new Error(`nobody sat for the script ${scriptId}`)
  if (asks !== null) return judgeChecks(world, assessor, script, track)
  const sheet = markSheetFor(track.person.ability, diceOf(`marks|${world.seed}|${track.person.index}`))
  const { total } = await world.caller.must(assessor, submitMarks, { params: { sittingId, scriptId }, body: { sheet } })
  track.practical.mark = total
  if (total !== totalOfDraft(sheet)) world.surprises.push(`操作技能评分合计应为${totalOfDraft(sheet)}，系统计为${total}`)
  world.progress.step()
}

/** What no machine can judge, in halves; the able get more of it. */
async function judgeChecks(world: SeasonWorld, assessor: Client, { sittingId, scriptId, asks }: Script, track: Track): Promise<void> {
  const dice = diceOf(`judged|${world.seed}|${track.person.index}`)
  const marks = (asks ?? []).map(({ itemId, checkId, most }) => {
    const got = Math.min(most, roll(dice, most / MARK_STEP + 1) * MARK_STEP + (track.person.ability > 0 ? MARK_STEP : 0))
    return { itemId, checkId, got, comment: got < most ? '版面还可以更整齐。' : '' }
  })
  await world.caller.must(assessor, submitCheckMarks, { params: { sittingId, scriptId }, body: { marks } })
  for (const { itemId, got } of marks) {
    const work = track.practical?.work?.find(each => each.itemId === itemId)
    if (work === undefined) world.surprises.push(`${told(track)}没有操作的题却要求人工评分`)
    else work.judged += got
  }
  world.progress.step()
}

/** How many scripts have something for a person: papers without a machine, and worlds with a check that no machine can judge. */
function awaited(world: SeasonWorld, tracks: readonly Track[]): number {
  return tracks.filter(({ practical }) => {
    if (practical?.present !== true) return false
    return practical.work === null || practical.work.some(({ task }) => (world.tasks.get(task)?.judged.length ?? 0) > 0)
  }).length
}

/** Waits until the closed sittings have become scripts, and finds whose each one is. */
async function ownersOfScripts(world: SeasonWorld, day: PracticalDay, tracks: readonly Track[]): Promise<Map<string, Track>> {
  const chief = await world.staff.one('chief-assessor')
  const byApplication = new Map(tracks.map(t => [t.application?.applicationId, t]))
  const sittings = [...new Set([...day.places.keys()].map(key => key.split('|')[0] ?? ''))]
  const owners = new Map<string, Track>()
  for (const until = performance.now() + PATIENCE_MS; ; await pause(LOOK_EVERY_MS)) {
    for (const sittingId of sittings) {
      const { scripts } = await world.caller.must(chief, listMarking, { query: { sittingId } })
      for (const { scriptId, roomLabel, seatLabel } of scripts) {
        const track = byApplication.get(day.places.get(placeKey(sittingId, roomLabel, seatLabel)))
        if (track) owners.set(scriptId, track)
      }
    }
    if (owners.size >= awaited(world, tracks)) return owners
    if (performance.now() > until) {
      world.surprises.push(`操作技能应有${awaited(world, tracks)}份答卷待评，只有${owners.size}份`)
      return owners
    }
  }
}
