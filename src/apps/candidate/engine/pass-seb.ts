import { type AttemptStateView, backOffMs } from '../../../modules/delivery/contract.ts'
import type { Told } from '../../../ui/client.ts'
import { mayRetry } from '../ports/exam-server.ts'
import { type Desk, pause } from './desk.ts'

/** `passed`: this page has proven its browser. `leaving`: another page is loading. Otherwise what the candidate reads. */
export type SebOutcome = 'passed' | 'leaving' | Told

/**
 * Proves this page to the server, or loads one that can: a page proves itself once, by the nonce in its address. Whatever page cannot is
 * left for a new address, but only once in a minute, so that no loop can arise.
 */
export async function passSeb(desk: Desk, token: string, known: AttemptStateView): Promise<SebOutcome> {
  const { seb } = desk.parts
  const page = seb.page()
  if (page === null || page.attemptId !== known.attempt.attemptId || desk.sebTried) return toFreshPage(desk, token)
  desk.sebTried = true
  const hashes = await seb.hashes()
  const verified = await untilAnswered(desk, () => desk.parts.server.verifyPage(token, page.nonce, hashes))
  if (verified.ok) {
    desk.parts.server.bring({ nonce: page.nonce, hashes })
    desk.parts.memory.set('seb-try', null)
    return 'passed'
  }
  const { code } = verified.refusal
  return code === 'seb-replayed-nonce' || code === 'seb-expired-nonce' ? toFreshPage(desk, token) : verified.refusal
}

const MOST_TRIES = 3

async function toFreshPage(desk: Desk, token: string): Promise<SebOutcome> {
  const { memory, seb, server } = desk.parts
  const minted = await untilAnswered(desk, () => server.mintNonce(token))
  // two persons of the hall let this candidate go on without it
  if (!minted.ok) return minted.refusal.code === 'seb-not-required' ? 'passed' : minted.refusal
  const tries = Number(memory.get('seb-try') ?? '0') + 1
  if (tries > MOST_TRIES) {
    memory.set('seb-try', null)
    return NO_PAGE
  }
  memory.set('seb-try', String(tries))
  seb.go(minted.value.path)
  return 'leaving'
}

/** The pages of fresh addresses did not open: something stands between seat and server. */
const NO_PAGE: Told = {
  code: 'seb-no-page',
  status: 409,
  facts: {},
  zh: '考试页面多次未能打开。已保存的作答不会丢失，请举手，由监考员检查本机网络。',
  en: 'The page of the exam could not be opened. What is saved is not lost; raise your hand so that the network can be checked.',
}

async function untilAnswered<R extends { readonly ok: true } | { readonly ok: false; readonly refusal: Told }>(
  desk: Desk,
  ask: () => Promise<R>,
): Promise<R> {
  for (;;) {
    const reply = await ask()
    if (reply.ok || !mayRetry(reply.refusal)) return reply
    await pause(desk, backOffMs(++desk.failures, desk.parts.dice))
  }
}
