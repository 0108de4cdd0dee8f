import { type ResultRowView, listOwnResults } from '../../../../modules/award/contract.ts'
import { lookUpCertificate } from '../../../../modules/certificate/contract.ts'
import { verifyAuditChains } from '../../../../modules/audit/contract.ts'
import { openClient } from '../../../../platform/http/client.ts'
import { type SeasonWorld, type Track, told } from '../driving/season-world.ts'
import type { OpenSession } from './open-session.ts'

export type LookedUp = { readonly found: number; readonly refused: number }

const RIGHT = 4 // the public look-up answers ten questions a minute
const WRONG = 3
const TRIES = 3

/** Somebody looks certificates up: with the right name they are found, with another name or number they are not. */
export async function lookUp(world: SeasonWorld, results: readonly ResultRowView[]): Promise<LookedUp> {
  const anybody = openClient(world.address)
  const certified = results.flatMap(r =>
    r.certificateNumber === null ? [] : [{ number: r.certificateNumber, name: r.name, title: r.title }],
  )
  const ask = (number: string, name: string) => world.caller.ask(anybody, lookUpCertificate, { body: { number, name } })
  let found = 0
  let refused = 0
  for (const { number, name, title } of certified.slice(0, RIGHT)) {
    const seen = await ask(number, name)
    if (seen.ok && seen.value.standing.kind === 'valid' && seen.value.title === title) found += 1
    else
      world.surprises.push(
        `证书${number}凭本人姓名查询，结果为${seen.ok ? `${seen.value.standing.kind} ${seen.value.title}` : seen.refusal.code}`,
      )
  }
  for (const [i, { number, name }] of certified.slice(0, WRONG).entries()) {
    const seen = await (i % 2 === 0 ? ask(number, `${name}某`) : ask(anotherNumber(number), name))
    if (!seen.ok && seen.refusal.code === 'certificate-not-found') refused += 1
    else world.surprises.push(`证书${number}凭不符的姓名或编号查询，结果为${seen.ok ? '可以查到' : seen.refusal.code}`)
  }
  return { found, refused }
}

function anotherNumber(number: string): string {
  const at = number.length - 2
  return number.slice(0, at) + String((Number(number[at]) + 1) % 10) + number.slice(at + 1)
}

/** Some candidates read their own results; they must see what the table says. */
export async function readOwnResults(
  world: SeasonWorld,
  session: OpenSession,
  tracks: readonly Track[],
  results: readonly ResultRowView[],
): Promise<number> {
  const some = tracks.filter(t => t.ticketNumber !== null).slice(0, 20)
  for (const track of some) {
    const { results: own } = await world.caller.must(track.client, listOwnResults, {})
    const seen = own.find(r => r.sessionId === session.sessionId)
    const row = results.find(r => r.ticketNumber === track.ticketNumber)
    if (seen?.state !== row?.state || seen?.certificateNumber !== row?.certificateNumber)
      world.surprises.push(`${told(track)}本人看到的成绩与成绩表不一致`)
  }
  return some.length
}

/** The auditor has every chain of the log verified. Somebody may write at that moment: a fault counts when it stays. */
export async function verifyChains({ caller, staff, surprises }: SeasonWorld): Promise<number> {
  const auditor = await staff.one('auditor')
  for (let tries = 1; ; tries++) {
    const { entries, faults } = await caller.must(auditor, verifyAuditChains, {})
    if (faults.length > 0 && tries < TRIES) continue
    if (faults.length > 0) surprises.push(`审计记录有${faults.length}处问题`)
    return entries
  }
}
