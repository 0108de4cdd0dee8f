import type { Endpoint } from '../../../src/kernel/endpoint.ts'
import { draftSession, arrangeSession, checkIn, closeSession, closeSitting, publishSession } from '../../../src/modules/exam/contract.ts'
import {
  decideOnPublication,
  decideSessionResults,
  issueSessionCertificates,
  proposeToPublish,
} from '../../../src/modules/award/contract.ts'
import { enterPaper, handInPaper, saveEvents, startPaper } from '../../../src/modules/delivery/contract.ts'
import { registerAccount } from '../../../src/modules/identity/contract.ts'
import { reviewApplication, saveDraft, startApplication, submitApplication } from '../../../src/modules/registration/contract.ts'
import { type Caller, openCaller } from '../../../src/apps/cli/season/driving/caller.ts'

/** What must come of the same request sent three times at once: only one does something, or all of them do the same one thing. */
export type Promised = 'one wins' | 'harmless'

/** Every act of a season that must not happen twice. */
export const PROMISES: ReadonlyMap<Endpoint, Promised> = new Map<Endpoint, Promised>([
  [registerAccount, 'one wins'],
  [startApplication, 'one wins'],
  [saveDraft, 'one wins'],
  [submitApplication, 'one wins'],
  [reviewApplication, 'one wins'],
  [draftSession, 'one wins'],
  [publishSession, 'one wins'],
  [closeSession, 'one wins'],
  [checkIn, 'one wins'],
  [closeSitting, 'one wins'],
  [enterPaper, 'one wins'],
  [proposeToPublish, 'one wins'],
  [decideOnPublication, 'one wins'],
  [startPaper, 'harmless'],
  [saveEvents, 'harmless'],
  [handInPaper, 'harmless'],
  [decideSessionResults, 'harmless'],
  [arrangeSession, 'harmless'],
  [issueSessionCertificates, 'harmless'],
])

/** What came of one act sent several times at once: each answer is `ok` or the code of a refusal. */
export type Doubled = { readonly endpoint: Endpoint; readonly answers: readonly string[]; readonly values: readonly unknown[] }

const AT_ONCE = 3

/** A caller that sends every act of the list several times at the same moment and goes on with the answer that won. */
export function openDoublingCaller(): { readonly caller: Caller; readonly doubled: Doubled[] } {
  const single = openCaller(ms => new Promise(resolve => setTimeout(resolve, ms)))
  const doubled: Doubled[] = []
  const ask: Caller['ask'] = async (client, endpoint, input) => {
    if (!PROMISES.has(endpoint)) return single.ask(client, endpoint, input)
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => single.ask(client, endpoint, input)))
    const told = answers.map(a => (a.ok ? 'ok' : a.refusal.code))
    doubled.push({ endpoint, answers: told.toSorted(), values: answers.flatMap(a => (a.ok ? [a.value] : [])) })
    const [first] = answers
    if (first === undefined) throw new Error('nothing was asked')
    return answers.find(a => a.ok) ?? first
  }
  const must: Caller['must'] = async (client, endpoint, input) => {
    const answer = await ask(client, endpoint, input)
    if (!answer.ok)
      throw new Error(
        `${endpoint.method} ${endpoint.path}: ${answer.refusal.code} ${answer.refusal.zh} ${JSON.stringify(answer.refusal.fields ?? '')}`,
      )
    return answer.value
  }
  return { caller: { ask, must, counts: single.counts }, doubled }
}
