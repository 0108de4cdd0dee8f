import { checkIn } from '../../../src/modules/exam/contract.ts'
import { enterPaper } from '../../../src/modules/delivery/contract.ts'
import { openCaller } from '../../../src/apps/cli/season/driving/caller.ts'
import { moveClock } from '../../../src/apps/cli/season/driving/season-world.ts'
import { hallsOf } from '../../../src/apps/cli/season/sitting/halls.ts'
import { instant, plusMinutes } from '../../../src/kernel/instant.ts'
import { openClient } from '../../../src/platform/http/client.ts'
import { type SmallSeason, THERE } from './small-season.ts'

/** What somebody hears who guesses the code of a candidate inside: eight guesses at once, then the right code, then a ticket that is none. */
export async function guessEntryCode({
  world,
  session,
  tracks,
}: SmallSeason): Promise<{ readonly guesses: readonly string[]; readonly right: string; readonly unknown: string }> {
  const single = openCaller(async () => undefined)
  const track = tracks.findLast(t => t.siteCode === THERE.site && t.ticketNumber !== null)
  const hall = (await hallsOf(world, session, 'theory')).find(h => h.sitting.siteCode === THERE.site)
  const keeper = hall?.keepers[0]
  if (!track?.application || !keeper) throw new Error('nobody to guess for')
  // stays away as far as the season is concerned
  Object.assign(track, { attends: 'nothing' })
  await moveClock(world, plusMinutes(instant(hall.sitting.startsAt), -25))
  const body = {
    applicationId: track.application.applicationId,
    document: 'resident-id-card' as const,
    ticketShown: true,
    identityMatches: true,
  }
  const { entryCode } = await single.must(keeper, checkIn, { params: { sittingId: hall.sitting.sittingId }, body })
  const ask = async (ticketNumber: string, code: string) => {
    const answer = await single.ask(openClient(world.address), enterPaper, { body: { ticketNumber, entryCode: code } })
    return answer.ok ? 'ok' : answer.refusal.code
  }
  const wrong = entryCode === '123456' ? '654321' : '123456'
  const guesses = await Promise.all(Array.from({ length: 8 }, () => ask(track.ticketNumber ?? '', wrong)))
  return {
    guesses: guesses.toSorted(),
    right: await ask(track.ticketNumber ?? '', entryCode ?? ''),
    unknown: await ask('999999999999999', wrong),
  }
}
