import type { Role } from '../../../../kernel/actor.ts'
import { listPersonas, signInAsPersona } from '../../../../modules/identity/contract.ts'
import { type Client, openClient } from '../../../../platform/http/client.ts'
import type { Caller } from './caller.ts'

/** The people of the seed country who run the season, each signed in once. */
export type Staff = {
  /** Everybody with a duty, in the order of the list; `place` (province, institution or site code) narrows it down. */
  holding(role: Role, place?: string): Promise<readonly Client[]>
  /** The first one with a duty; throws when nobody has it. */
  one(role: Role, place?: string): Promise<Client>
}

export async function openStaff(caller: Caller, address: string): Promise<Staff> {
  const { open, personas } = await caller.must(openClient(address), listPersonas, {})
  if (!open) throw new Error('考季只能在示范环境中运行：此处没有体验身份，时钟不可调。(a season needs the demonstration)')
  const signedIn = new Map<string, Promise<Client>>()
  const signIn = async (persona: string) => {
    const client = openClient(address)
    await caller.must(client, signInAsPersona, { body: { persona } })
    return client
  }
  const clientOf = (persona: string) => {
    const known = signedIn.get(persona) ?? signIn(persona)
    signedIn.set(persona, known)
    return known
  }
  const holding: Staff['holding'] = (role, place) => {
    const fitting = personas.filter(p => p.roles.includes(role) && (place === undefined || p.place === place))
    return Promise.all(fitting.map(p => clientOf(p.persona)))
  }
  return {
    holding,
    async one(role, place) {
      const [first] = await holding(role, place)
      if (first === undefined)
        throw new Error(`示范国家中没有担任${role}${place === undefined ? '' : `（${place}）`}的人员。(nobody holds this duty)`)
      return first
    },
  }
}
