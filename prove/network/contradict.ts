import { lastSeq } from '../../src/modules/delivery/core/protocol/client/outbox.ts'
import { type Machine, epochOf } from '../hall/client/machine.ts'
import { openWire } from '../hall/client/wire.ts'

/** Somebody who has the token tells another story of the first event. The hall must keep the first; nobody writes this down as a save. */
export async function contradict(machine: Machine, port: number): Promise<void> {
  const epoch = epochOf(machine)
  const outbox = machine.page?.outbox
  // an epoch in which nothing was written yet has no first event to contradict
  if (epoch === null || !outbox || lastSeq(outbox) < 1) return
  const wire = openWire(() => port, 5_000)
  await wire.ask({
    method: 'POST',
    path: `/api/delivery/attempts/${machine.seat.attemptId}/events`,
    token: machine.memory.token,
    body: { epoch, events: [{ seq: 1, itemId: 'item-s1', kind: 'respond', value: { version: 1, optionId: 'forged' }, clientMs: 1 }] },
  })
  wire.close()
}
