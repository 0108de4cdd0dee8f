import { listOwnTickets } from '../../../src/modules/exam/contract.ts'
import type { Country, Jar } from './centre.ts'
import { signIn } from './centre.ts'
import type { Known } from './samples.ts'
import { HERE, type SmallSeason, THERE } from './small-season.ts'
import type { Track } from '../../../src/apps/cli/season/driving/season-world.ts'

/** The three candidates of the matrix with their browsers, and whatever belongs to the owner. */
export type Things = {
  readonly owner: Track
  readonly jars: Readonly<Record<'owner' | 'neighbour' | 'stranger', Jar>>
  /** values by field name, for requests about things of the owner */
  readonly known: Known
  /** the same for the marking route, whose sitting is the practical one */
  readonly practical: Known
  /** every id and number of the people of province 91: nobody of province 92 may ever read one */
  readonly ofHere: readonly string[]
  /** every id and number of the owner alone: no other candidate may ever read one */
  readonly ofOwner: readonly string[]
}

export async function thingsOf(country: Country, { session, tracks, world }: SmallSeason, more: Known): Promise<Things> {
  const seated = (site: string) => tracks.filter(track => track.siteCode === site && track.ticketNumber !== null)
  const [owner, neighbour] = seated(HERE.site)
  const [stranger] = seated(THERE.site)
  if (!owner?.application || !neighbour || !stranger) throw new Error('the season has too few people')
  const jarOf = ({ person }: Track) =>
    signIn(country.app, '/api/identity/sign-ins', { signInName: person.mobile, password: person.password })
  const jars = { owner: await jarOf(owner), neighbour: await jarOf(neighbour), stranger: await jarOf(stranger) }
  await world.caller.must(owner.client, listOwnTickets, {})
  const ids = await idsOf(country, owner.application.applicationId)
  const known = {
    ...owner.application,
    ...ids,
    ...more,
    draft: { ...owner.person.draft, siteCode: HERE.site },
    sessionId: session.sessionId,
    roundId: session.sessionId,
    institution: HERE.site,
    ticketNumber: owner.ticketNumber,
  }
  const ofOwner = [
    owner.application.personId,
    owner.application.applicationId,
    ids.evidenceId,
    ids.number,
    owner.ticketNumber ?? '',
    ids.attemptId,
  ]
  const others = await country.rows('select person_id, application_id from application where province = $1', [HERE.province])
  const sittings = await country.rows('select sitting_id from sitting where site_code = $1', [HERE.site])
  const numbers = await country.rows('select certificate_number from certificate where province = $1', [HERE.province])
  const tickets = seated(HERE.site).map(track => track.ticketNumber ?? '')
  const ofHere = [...ofOwner, ...tickets, ...[...others, ...sittings, ...numbers].flatMap(row => Object.values(row).map(String))]
  return { owner, jars, known, practical: { ...known, sittingId: ids.practicalSitting }, ofHere, ofOwner }
}

/** Ids of everything that came of one application, straight from the tables. */
async function idsOf({ rows }: Country, applicationId: string) {
  const one = async (text: string) =>
    String(Object.values((await rows(text, text.includes('$1') ? [applicationId] : []))[0] ?? { id: '' })[0])
  const seat = (paper: string, column: string) =>
    one(
      `select a.${column} from seat_allocation a join sitting s on s.sitting_id = a.sitting_id where a.application_id = $1 and s.paper = '${paper}'`,
    )
  return {
    evidenceId: await one('select evidence_id from evidence where application_id = $1'),
    sittingId: await seat('theory', 'sitting_id'),
    attemptId: await seat('theory', 'attempt_id'),
    practicalSitting: await seat('skill', 'sitting_id'),
    scriptId: await one(
      'select script_id from script where attempt_id::text in (select attempt_id from seat_allocation where application_id = $1)',
    ),
    number: await one('select certificate_number from award_decision where application_id = $1'),
    publicationId: await one('select publication_id from award_publication'),
    formId: await one('select form_id from form'),
    itemId: await one('select item_id from item'),
    itemVersionId: await one('select item_version_id from item_version'),
    mediaId: await one('select media_id from media'),
    authorisationId: await one(`select authorisation_id from authorisation where institution_id = '${HERE.site}'`),
  }
}
