import { setTimeout as pause } from 'node:timers/promises'
import { diceOf } from '../../../../kernel/dice.ts'
import { listMarking, listQueue, submitMarks } from '../../../../modules/marking/contract.ts'
import type { Client } from '../../../../platform/http/client.ts'
import { inParallel } from '../driving/in-parallel.ts'
import { AT_ONCE, type SeasonWorld, type Track } from '../driving/season-world.ts'
import { type PracticalDay, placeKey } from '../sitting/exam-day.ts'
import { markSheetFor, totalOfDraft } from '../sitting/practical-marks.ts'

const LOOK_EVERY_MS = 200
const PATIENCE_MS = 60_000

/**
 * Assessors mark every script that waits for them. They see numbers only; which ability a script stands for the season
 * knows from the seats in the chief assessor's list.
 */
export async function markPracticals(world: SeasonWorld, day: PracticalDay, tracks: readonly Track[]): Promise<number> {
  const owners = await ownersOfScripts(world, day, tracks)
  const assessors = await world.staff.holding('assessor')
  let marked = 0
  for (const assessor of assessors) {
    const { waiting } = await world.caller.must(assessor, listQueue, {})
    const own = waiting.filter(s => owners.has(s.scriptId))
    const share = assessor === assessors.at(-1) ? own : own.slice(0, Math.ceil(own.length / assessors.length))
    await inParallel(share, AT_ONCE, script => markScript(world, assessor, script, owners.get(script.scriptId)))
    marked += share.length
  }
  return marked
}

type Script = { readonly sittingId: string; readonly scriptId: string }

async function markScript(world: SeasonWorld, assessor: Client, { sittingId, scriptId }: Script, track: Track | undefined): Promise<void> {
  if (!track?.practical) throw new Error(`nobody sat for the script ${scriptId}`)
  const sheet = markSheetFor(track.person.ability, diceOf(`marks|${world.seed}|${track.person.index}`))
  const { total } = await world.caller.must(assessor, submitMarks, { params: { sittingId, scriptId }, body: { sheet } })
  track.practical.mark = total
  if (total !== totalOfDraft(sheet)) world.surprises.push(`操作技能评分合计应为${totalOfDraft(sheet)}，系统计为${total}`)
  world.progress.step()
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
    if (owners.size >= day.admitted) return owners
    if (performance.now() > until) {
      world.surprises.push(`操作技能应有${day.admitted}份答卷待评，只有${owners.size}份`)
      return owners
    }
  }
}
