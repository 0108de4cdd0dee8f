import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'

const params = z.object({ attemptId: z.uuid() })

/** The form of an attempt, sealed, from admission on. `forms-not-staged`: this hall hands papers out in the open, after the start. */
export const readForm = endpoint({
  method: 'GET',
  path: '/api/delivery/attempts/:attemptId/form',
  summary: 'The sealed form of an attempt',
  params,
  reply: z.object({ packageId: z.string(), formFile: z.string(), byteLength: z.number() }),
})

/** The key of that form, once the start time has come, the site is armed and the hall is not paused. */
export const readFormKey = endpoint({
  method: 'GET',
  path: '/api/delivery/attempts/:attemptId/form-key',
  summary: 'The key that opens the form',
  params,
  reply: z.object({ formKey: z.string(), serverTime: z.number() }),
})
