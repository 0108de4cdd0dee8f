import { readFileSync } from 'node:fs'
import { enterHolidays } from '../../../modules/exam/contract.ts'
import { saveDraft, startApplication } from '../../../modules/registration/contract.ts'
import type { SeasonWorld, Track } from '../season/driving/season-world.ts'
import { apply } from '../season/steps/apply.ts'
import { gatherPeople } from '../season/steps/gather-people.ts'
import { type OpenSession, openSession } from '../season/steps/open-session.ts'
import { register } from '../season/steps/register.ts'
import { review } from '../season/steps/review.ts'

const PEOPLE = 22
const DRAFTS = 3
const NEWCOMERS = 2

/** People of the round that is still open, by what they have done so far. */
export type OpenRoundPeople = {
  readonly newcomers: readonly Track[]
  readonly drafts: readonly Track[]
  readonly decided: readonly Track[]
  readonly waiting: readonly Track[]
}

/** A round that takes applications: some decided, some waiting for a registrar, some still being filled in. */
export async function leaveOpenRound(world: SeasonWorld): Promise<OpenRoundPeople> {
  const national = await world.staff.one('national-officer')
  await world.caller.must(national, enterHolidays, {
    body: JSON.parse(readFileSync(new URL('../../../../data/seed/holidays-2027.json', import.meta.url), 'utf8')),
  })
  const session = await openSession(world, { nominal: '2027-02', levels: ['L4', 'L3'] })
  const tracks = gatherPeople(world, session, PEOPLE)
  await register(world, tracks)
  const newcomers = tracks.slice(0, NEWCOMERS)
  const drafts = tracks.slice(NEWCOMERS, NEWCOMERS + DRAFTS)
  const rest = tracks.slice(NEWCOMERS + DRAFTS)
  const decided = rest.slice(0, Math.ceil(rest.length / 2))
  const waiting = rest.slice(decided.length)
  await apply(world, session, decided)
  await review(world, session, decided)
  await apply(world, session, waiting)
  for (const track of drafts) await leaveDraft(world, session, track)
  return { newcomers, drafts, decided, waiting }
}

/** The form half filled in: facts are there, photo and documents are not. */
async function leaveDraft({ caller }: SeasonWorld, { sessionId }: OpenSession, { client, person, siteCode }: Track): Promise<void> {
  const { personId, applicationId, version } = await caller.must(client, startApplication, {
    body: { roundId: sessionId, level: person.level },
  })
  await caller.must(client, saveDraft, { params: { personId, applicationId }, body: { version, draft: { ...person.draft, siteCode } } })
}
