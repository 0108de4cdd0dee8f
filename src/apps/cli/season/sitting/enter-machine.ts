import { randomUUID } from 'node:crypto'
import { enterPaper, startPaper } from '../../../../modules/delivery/contract.ts'
import { openClient } from '../../../../platform/http/client.ts'
import type { SeasonWorld, Track } from '../driving/season-world.ts'

/** A machine of the hall with the paper of a candidate begun on it. */
export type Entered = {
  readonly machine: ReturnType<typeof openClient>
  readonly token: string
  readonly epoch: number
  readonly params: { readonly attemptId: string }
}

/** The machine in the hall knows nothing of the candidate's account: ticket number and entry code open it. */
export async function enterMachine({ caller, address }: SeasonWorld, track: Track, entryCode: string): Promise<Entered> {
  const machine = openClient(address)
  const { token, state } = await caller.must(machine, enterPaper, { body: { ticketNumber: track.ticketNumber ?? '', entryCode } })
  const params = { attemptId: state.attempt.attemptId }
  await caller.must(machine, startPaper, { params, body: { startRef: randomUUID() }, bearer: token })
  return { machine, token, epoch: state.epoch, params }
}
