import { randomUUID } from 'node:crypto'
import { STAMP_HEADER, stampText, writeStamp } from '../../../core/protocol/pair/stamp.ts'
import { isOwnReply, sha256 } from './authentic.ts'
import { pairMac } from './secret.ts'

/** A busy server takes its time over a large message; one that is gone refuses at once. */
const PATIENCE_MS = 12_000

/** The peer did not answer, or not as a peer does. `code` is its refusal, or `away`. */
export class PeerSilent extends Error {
  readonly code: string
  constructor(code: string) {
    super(`the peer did not take a message: ${code}`)
    this.code = code
  }
}

type Order = {
  readonly path: string
  readonly pairKey: string
  readonly sentAt: number
  readonly value: unknown
  readonly patienceMs?: number
}
export type Sender = (order: Order) => Promise<unknown>

/** Sends stamped messages to the peer, one after the other, and checks that the replies are its own. Throws `PeerSilent`. */
export function openSender({ address, name }: { readonly address: string; readonly name: string }): Sender {
  const run = randomUUID()
  let count = 0
  let toRun = ''

  const once = async ({ path, pairKey, sentAt, value, patienceMs = PATIENCE_MS }: Order) => {
    count += 1
    const stamp = { name, run, count, toRun, sentAt }
    const payload = JSON.stringify(value)
    const mac = pairMac(pairKey, stampText(stamp, { method: 'POST', path, bodySha256: sha256(payload) }))
    const reply = await fetch(address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [STAMP_HEADER]: writeStamp(stamp, mac) },
      body: JSON.stringify({ payload }),
      signal: AbortSignal.timeout(patienceMs),
    }).catch(() => null)
    const told = await reply?.json().catch(() => null)
    return { stamp, ok: reply?.ok === true, told: told as Told | null }
  }

  return async order => {
    let { stamp, ok, told } = await once(order)
    if (!ok && told?.error?.code === 'peer-other-run' && told.error.facts?.run) {
      toRun = told.error.facts.run
      ;({ stamp, ok, told } = await once(order))
    }
    if (!ok || !told) throw new PeerSilent(told?.error?.code ?? 'away')
    const { payload = '', mac = '' } = told
    if (!isOwnReply(order.pairKey, stamp, { payload, mac })) throw new PeerSilent('peer-refused')
    return JSON.parse(payload)
  }
}

type Told = {
  readonly payload?: string
  readonly mac?: string
  readonly error?: { readonly code: string; readonly facts?: { readonly run?: string } }
}
