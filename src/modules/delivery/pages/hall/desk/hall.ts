import { createContext, useContext, useEffect, useState } from 'react'
import type { AnswerOf } from '../../../../../ui/client.ts'
import type { readPending, readSite } from '../../../contract.ts'
import { type Keeper, HALL_ACTS, type HallAct } from '../../../core/hall/duties.ts'

export type Site = AnswerOf<typeof readSite>
export type Sitting = Site['sittings'][number]
export type Me = NonNullable<Site['me']>
export type Pending = AnswerOf<typeof readPending>
export type Halt = Pending['halts'][number]

/** What every page of the hall stands on: the site, the sitting at hand, who is here, and how far the clock of this machine is off. */
export type Hall = { readonly site: Site; readonly sitting: Sitting; readonly me: Me; readonly offsetMs: number }

const HallContext = createContext<Hall | null>(null)
export const HallProvider = HallContext.Provider

export function useHall(): Hall {
  const hall = useContext(HallContext)
  if (!hall) throw new Error('a page of the hall stands outside of it')
  return hall
}

/** May this person do this at all, alone or as one of two? */
export function mayDo(me: Keeper, act: HallAct): boolean {
  return me.duties.some(duty => HALL_ACTS[act].duties.includes(duty))
}

/** The server's time now, in milliseconds, moving on every so often. */
export function useNow(everyMs = 1_000): number {
  const { offsetMs } = useHall()
  return useTicking(everyMs) + offsetMs
}

/** The time of this machine, moving on every so often. */
export function useTicking(everyMs: number): number {
  const [now, tick] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
