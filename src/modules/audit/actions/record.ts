import { actorRef } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { chainOf, entryText } from '../core/chain.ts'
import type { AuditEntry, AuditEvent } from '../core/entry.ts'
import { append, lockHead } from '../store/audit-store.ts'

/**
 * Appends a decision to the audit log, in the transaction of the decision itself: both stand, or neither.
 * Call it last: the chain stays locked until the transaction ends.
 */
export async function record(tx: Tx, ctx: Ctx, event: AuditEvent): Promise<void> {
  const mac = (text: string) => ctx.ports.keys.mac('audit', text)
  const chain = chainOf(event.subject.id)
  const head = await lockHead(tx, chain, mac)
  const entry: Omit<AuditEntry, 'hash'> = {
    ...event,
    chain,
    seq: head.seq + 1,
    at: ctx.now,
    actor: actorRef(ctx.actor),
    previousHash: head.hash,
  }
  await append(tx, { ...entry, hash: mac(entryText(entry)) }, mac)
}
