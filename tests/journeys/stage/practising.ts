import { setTimeout as pause } from 'node:timers/promises'
import { openCaller } from '../../../src/apps/cli/season/driving/caller.ts'
import type { SeasonWorld, Track } from '../../../src/apps/cli/season/driving/season-world.ts'
import { peopleOf } from '../../../src/apps/cli/season/people/people.ts'
import { openProgress } from '../../../src/apps/cli/season/report/progress.ts'
import { openWorld } from '../../../src/apps/cli/season/season.ts'
import { handInPractical, workInWorlds } from '../../../src/apps/cli/season/sitting/sit-practical.ts'
import { localDate } from '../../../src/kernel/local-date.ts'
import { openClient } from '../../../src/platform/http/client.ts'

/** Somebody at a machine of the practical paper, who knows how every task is solved. */
export type Practising = { readonly world: SeasonWorld; readonly track: Track }

const SOMEBODY = 'story'

/** Enters the practical paper and works through it over HTTP, every step saved and carried out. */
export async function workThrough(address: string, ticketNumber: string, entryCode: string): Promise<Practising> {
  const silent = openProgress({ write: () => undefined }, () => performance.now())
  const world = { ...(await openWorld({ seed: SOMEBODY }, address, silent)), caller: openCaller(ms => pause(ms)) }
  const [person] = peopleOf({ count: 1, seed: SOMEBODY, on: localDate('2026-12-01'), levels: ['L4'] })
  if (person === undefined) throw new Error('nobody was made')
  const track: Track = {
    person: { ...person, ability: 9 },
    client: openClient(address),
    siteCode: '',
    province: '',
    attends: 'both',
    handsIn: true,
    application: { applicationId: SOMEBODY, personId: SOMEBODY },
    standing: 'approved',
    approvedClause: null,
    ticketNumber,
    theory: null,
    practical: null,
  }
  await workInWorlds(world, [track], new Map([[SOMEBODY, entryCode]]))
  return { world, track }
}

/** Hands the practical paper in; answers with the number of tasks that were worked on. */
export async function handInWork({ world, track }: Practising): Promise<number> {
  await handInPractical(world, [track])
  if (world.surprises.length > 0) throw new Error(world.surprises.join('\n'))
  return track.practical?.work?.length ?? 0
}
