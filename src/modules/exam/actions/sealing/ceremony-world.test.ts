import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor, Role, Scope } from '../../../../kernel/actor.ts'
import { idNumberOf } from '../../../../kernel/id-number.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { enrolmentText, openSiteKeys, type SiteKeys } from '../../../../platform/sealing/site-keys.ts'
import { confirmEnrolmentAction, sendEnrolmentAction } from '../../../delivery/actions/centre/enrolments.ts'
import { registerPerson } from '../../../identity/index.ts'
import { arrangeSession } from '../arrangement/arrange-session.ts'
import { orderArrangement } from '../arrangement/order-arrangement.ts'
import { must, type Rehearsal, SITES } from '../rehearsal.test.ts'
import { makePackages } from './make-packages.ts'
import { orderSealingAction } from './order-sealing.ts'
import { makeCustodianKeyAction, makeSealerKeyAction, setHallPassAction } from './own-ceremony.ts'
import { finishPackages, sealPackagesAction } from './seal-and-finish.ts'

export const PHRASE = '一句足够长的口令话'
type Person = Extract<Actor, { kind: 'person' }>

/** Everybody a ceremony needs, with their keys; nobody is two of them. */
export type Ceremony = {
  readonly sessionId: string
  readonly assembler: Person
  readonly orderer: Person
  readonly sealers: readonly [Person, Person]
  readonly custodians: readonly Person[]
  readonly managers: ReadonlyMap<string, Person>
  readonly engineers: ReadonlyMap<string, Person>
  readonly keys: ReadonlyMap<string, SiteKeys>
}

let serial = 0
const NATION: Scope = { kind: 'nation' }

/** A person of staff as identity keeps them, as the actor they are when signed in. */
export async function enterStaff(season: Rehearsal, role: Role, scope: Scope = NATION): Promise<Person> {
  serial += 1
  const grant = { role, scope, from: localDate('2020-01-01'), until: null }
  const name = `职员${serial}`
  const order = {
    name,
    idKind: 'resident-id' as const,
    idNumber: idNumberOf({ area: '110199', birth: localDate('1985-05-05'), serial }),
    sex: 'female' as const,
    birthDate: localDate('1985-05-05'),
    mobile: '13800000000',
    signInName: `staff${serial}`,
    passwordHash: null,
    persona: null,
    grants: [grant],
  }
  const { personId } = await season.inTx(async (tx, ctx) => must(await registerPerson(tx, ctx, order)))
  return { kind: 'person', personId, accountId: personId, name, grants: [grant] }
}

/** A session whose seats are allocated, sites with compared keys, and everybody with a pass phrase. */
export async function prepareCeremony(season: Rehearsal): Promise<Ceremony> {
  const sessionId = await season.closedSession({ people: 12 })
  const national = () => enterStaff(season, 'national-officer')
  const [assembler, orderer, first, second] = [await national(), await national(), await national(), await national()]
  await season.inTx(async (tx, ctx) => must(await orderArrangement(tx, { params: { sessionId } }, ctx)), assembler)
  must(await arrangeSession(season.context(), { sessionId }))
  const [managers, engineers, keys] = [new Map<string, Person>(), new Map<string, Person>(), new Map<string, SiteKeys>()]
  for (const site of SITES) {
    keys.set(site, await enrol(season, site))
    managers.set(site, await enterStaff(season, 'site-manager', { kind: 'site', site }))
    engineers.set(site, await enterStaff(season, 'site-engineer', { kind: 'site', site }))
  }
  const custodians = []
  for (const role of ['auditor', 'auditor', 'chief-assessor', 'assessor', 'registrar'] as const)
    custodians.push(await enterStaff(season, role))
  const body = { passPhrase: PHRASE }
  for (const one of custodians) must(await makeCustodianKeyAction({ body }, season.context(one)))
  for (const one of [first, second]) must(await makeSealerKeyAction({ body }, season.context(one)))
  for (const one of [...managers.values(), ...engineers.values()]) must(await setHallPassAction({ body }, season.context(one)))
  return { sessionId, assembler, orderer, sealers: [first, second], custodians, managers, engineers, keys }
}

/** A site makes its keys, sends them, and reads its fingerprint out. */
async function enrol(season: Rehearsal, siteCode: string): Promise<SiteKeys> {
  const keys = await openSiteKeys(mkdtempSync(join(tmpdir(), 'zhiheng-site-')), siteCode)
  const sent = await season.inTx(async (tx, ctx) => must(await sendEnrolmentAction(tx, { body: { enrolment: enrolmentText(keys) } }, ctx)))
  const { fingerprint } = sent
  const confirm = { params: { siteCode }, body: { fingerprint, heard: fingerprint.toLowerCase() } }
  await season.inTx(async (tx, ctx) => must(await confirmEnrolmentAction(tx, confirm, ctx)))
  return keys
}

type Order = { readonly sites?: readonly string[]; readonly rehearsal?: boolean; readonly needed?: number }

/** Orders a sealing and makes its packages. */
export async function order(
  season: Rehearsal,
  ceremony: Ceremony,
  { sites = SITES, rehearsal = false, needed = 3 }: Order = {},
): Promise<string> {
  const custodians = ceremony.custodians.map(one => one.personId)
  const body = { rehearsal, sites: [...sites], custodians, needed }
  const { sealingId } = await season.inTx(
    async (tx, ctx) => must(await orderSealingAction(tx, { params: { sessionId: ceremony.sessionId }, body }, ctx)),
    ceremony.orderer,
  )
  must(await makePackages(season.context(), { sealingId }))
  return sealingId
}

/** As `order`, and both sealers seal it. */
export async function sealed(season: Rehearsal, ceremony: Ceremony, how: Order = {}): Promise<string> {
  const sealingId = await order(season, ceremony, how)
  for (const sealer of ceremony.sealers)
    must(await sealPackagesAction({ params: { sealingId }, body: { passPhrase: PHRASE } }, season.context(sealer)))
  must(await finishPackages(season.context(), { sealingId }))
  return sealingId
}
