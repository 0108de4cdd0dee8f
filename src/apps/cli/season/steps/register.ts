import { registerAccount, signInWithPassword } from '../../../../modules/identity/contract.ts'
import { type ClientRefusal, openClient } from '../../../../platform/http/client.ts'
import { SeasonFault } from '../driving/caller.ts'
import { inParallel } from '../driving/in-parallel.ts'
import { AT_ONCE, type SeasonWorld, type Track, told } from '../driving/season-world.ts'

/** The same seed makes the same people: a centre takes them once. */
const USED_BEFORE = ['id-number-taken', 'sign-in-name-taken']

export type Registered = { readonly accounts: number; readonly secondAccountsRefused: number }

/** Everybody makes an account and signs in; some try to make a second one under the same ID number. */
export async function register(world: SeasonWorld, tracks: readonly Track[]): Promise<Registered> {
  let accounts = 0
  let secondAccountsRefused = 0
  await inParallel(tracks, AT_ONCE, async track => {
    const { client, person } = track
    const { name, mobile, password } = person
    const idDocument = { kind: 'resident-id' as const, number: person.idNumber }
    const made = await world.caller.ask(client, registerAccount, { body: { name, idDocument, mobile, password } })
    if (!made.ok) throw faultOf(made.refusal)
    accounts += 1
    if (person.twice === 'account') {
      const again = await world.caller.ask(openClient(world.address), registerAccount, {
        body: { name, idDocument, mobile: otherMobile(mobile), password },
      })
      if (!again.ok && again.refusal.code === 'id-number-taken') secondAccountsRefused += 1
      else world.surprises.push(`${told(track)}以同一证件号码重复注册，未被拒绝`)
    }
    await world.caller.must(client, signInWithPassword, { body: { signInName: mobile, password } })
    world.progress.step()
  })
  return { accounts, secondAccountsRefused }
}

function faultOf(refusal: ClientRefusal): Error {
  if (!USED_BEFORE.includes(refusal.code)) return new SeasonFault(registerAccount.summary, refusal)
  return new Error('这些虚拟考生已在该中心注册过，请换一个--seed。(this seed was used here before)')
}

/** Mobiles of synthetic people have a 9 in third place. */
function otherMobile(mobile: string): string {
  return `${mobile.slice(0, 2)}0${mobile.slice(3)}`
}
