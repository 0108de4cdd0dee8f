import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { canonicalJson } from '../../src/kernel/canonical-json.ts'
import { attachEmbedded } from '../../src/platform/db/embedded.ts'
import { eventOf } from './writer.ts'

/** What one writer had acknowledged and had sent, over all rounds. */
export type Claim = {
  readonly attemptId: string
  readonly acked: number
  /** Asked after the table was read: whatever stands there was sent before. */ readonly sent: () => number
}
export type Verdict = {
  /** Acknowledged events that were looked for. */ readonly checked: number
  readonly lost: number
  /** Stored events that nobody sent, or with another content than was sent. */ readonly foreign: number
}

/** Reads the table of events itself and holds every acknowledged event against it. */
export async function verify(folder: string, claims: readonly Claim[]): Promise<Verdict> {
  const client = await connected(folder)
  try {
    let [checked, lost, foreign] = [0, 0, 0]
    for (const claim of claims) {
      const stored = await storedOf(client, claim.attemptId)
      checked += claim.acked
      for (let seq = 1; seq <= claim.acked; seq++) if (stored.get(seq) !== text(claim.attemptId, seq)) lost += 1
      for (const [seq, value] of stored) if (seq > claim.sent() || value !== text(claim.attemptId, seq)) foreign += 1
    }
    return { checked, lost, foreign }
  } finally {
    await client.end()
  }
}

const PATIENCE_MS = 60_000

/** A database that was killed takes a moment to come back. */
async function connected(folder: string): Promise<pg.Client> {
  for (const until = Date.now() + PATIENCE_MS; ; await pause(50)) {
    const config = attachEmbedded(folder)
    const client = config === null ? null : new pg.Client(config)
    client?.on('error', () => undefined)
    const open = await client?.connect().then(
      () => true,
      () => false,
    )
    if (client && open === true) return client
    if (Date.now() > until) throw new Error('the database did not come back within a minute')
  }
}

function text(attemptId: string, seq: number): string {
  const event = eventOf(attemptId, seq)
  return canonicalJson([event.itemId, event.value])
}

async function storedOf(client: pg.Client, attemptId: string): Promise<Map<number, string>> {
  const { rows } = await client.query('select seq, item_id, value from response_event where attempt_id = $1 and epoch = 1', [attemptId])
  return new Map(rows.map((row: { seq: number; item_id: string; value: unknown }) => [row.seq, canonicalJson([row.item_id, row.value])]))
}
