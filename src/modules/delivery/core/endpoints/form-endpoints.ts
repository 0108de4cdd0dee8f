import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'

// apart from the other ways of papers, so that the exam client does not carry what only halls need
const ATTEMPT = '/api/delivery/attempts/:attemptId'
const AttemptParams = z.object({ attemptId: z.uuid() })
const BEARER = [
  'token-refused',
  'locked-integrity',
  'seb-not-prepared',
  'seb-missing',
  'seb-wrong-config',
  'seb-wrong-browser',
  'fenced',
  'attempt-over',
] as const

/**
 * The sealed form of an attempt: can be fetched as soon as the person is admitted, and kept, because it never changes. It is the form of
 * everybody who has this package, in the order of the package: what opens is a `PaperView`. **The order of this attempt** is put on by
 * `presentForm(view, state.presentation, attemptId)` of this contract, the same pure rule by which the server puts it on for `readPaper`;
 * both give the same text. Refusal `forms-not-staged`: there is none, read the paper with `readPaper` after the start.
 */
export const readForm = endpoint({
  method: 'GET',
  path: `${ATTEMPT}/form`,
  summary: 'The sealed form of an attempt, to be fetched while people sit down; it opens with the form key only',
  params: AttemptParams,
  reply: z.object({
    packageId: z.string(),
    /** Base64url of the bytes that `readFormFile` reads. */
    formFile: z.string(),
    /** Length of those bytes. */
    byteLength: z.number(),
  }),
  refusals: [...BEARER, 'forms-not-staged'],
})

/**
 * The 32 bytes that open the form: for an attempt that has not begun only when its start has come, the site is armed and the room goes on;
 * for one that runs at any time, so that a change of machine can read on. Start with `startPaper` then: having the key starts no clock.
 */
export const readFormKey = endpoint({
  method: 'GET',
  path: `${ATTEMPT}/form-key`,
  summary: 'The key of the form, from the start on',
  params: AttemptParams,
  reply: z.object({ formKey: z.string().regex(/^[0-9a-f]{64}$/), serverTime: z.number() }),
  refusals: [...BEARER, 'forms-not-staged', 'too-early-to-start', 'too-late-to-start', 'site-not-armed', 'hall-paused', 'sitting-closed'],
})
