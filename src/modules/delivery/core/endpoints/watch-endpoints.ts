import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import { CallView, CreditView, HaltView, SittingParams } from '../hall/inputs.ts'

/** Asked every few seconds by every console, so it carries only what waits, never what has been. */
export const readPending = endpoint({
  method: 'GET',
  path: '/api/delivery/hall/sittings/:sittingId/pending',
  summary: 'What waits in a sitting: pauses and faults that run, time proposed to be given back, raised hands',
  params: SittingParams,
  reply: z.object({ serverTime: z.number(), halts: z.array(HaltView), credits: z.array(CreditView), calls: z.array(CallView) }),
  refusals: ['not-found'],
})
