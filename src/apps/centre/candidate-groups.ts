import type { BlueprintPlace } from '../../modules/assembly/contract.ts'
import type { CandidateGroup, CandidateGroups } from '../../modules/assembly/index.ts'
import { publishedSessions } from '../../modules/exam/index.ts'
import { type ApprovedApplication, approvedApplications } from '../../modules/registration/index.ts'
import { showDate } from '../../ui/format.ts'

type Session = Awaited<ReturnType<typeof publishedSessions>>[number]

/**
 * Who still has to sit a paper, by session: everybody approved at the level. Assembly keeps out of their forms what they have met
 * before, and knows no sessions itself.
 */
export const candidateGroups: CandidateGroups = async (tx, place) => {
  const groups: CandidateGroup[] = []
  const coming = (await publishedSessions(tx)).filter(session => isStillToSit(session, place))
  for (const { sessionId, code, day } of coming.toReversed()) {
    const approved = await approvedApplications(tx, { roundId: sessionId })
    const name = { zh: `${code}考次（${showDate(day)}考试）`, en: `Session ${code} (held on ${showDate(day, 'en')})` }
    groups.push({ groupId: `session:${sessionId}`, name, personIds: sitters(approved, place) })
  }
  return groups
}

/** Is the session one of the edition and level that has not been held yet? */
export function isStillToSit(
  { editionId, levels, state }: Pick<Session, 'editionId' | 'levels' | 'state'>,
  place: Pick<BlueprintPlace, 'editionId' | 'level'>,
): boolean {
  return editionId === place.editionId && levels.includes(place.level) && state !== 'held' && state !== 'finished'
}

/** Persons who sit the paper; whoever is exempt from it does not. */
export function sitters(
  approved: readonly (Pick<ApprovedApplication, 'personId' | 'papers'> & { readonly level: string })[],
  { level, part }: Pick<BlueprintPlace, 'level' | 'part'>,
): readonly string[] {
  return approved.filter(each => each.level === level && each.papers.includes(part)).map(each => each.personId)
}
