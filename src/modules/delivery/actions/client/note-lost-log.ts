import type { Ctx } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import type { AttemptPlace } from '../../store/attempts.ts'
import { incidentsOfSitting, insertIncident } from '../../store/incidents.ts'

const NOTE = '考生机无法留存作答（浏览器存储已满、被清除或被禁用），作答改为即时上传。断网时请勿关闭该机页面。'
const known = new WeakMap<Database, Set<string>>()

/** A machine that cannot write responses down is an incident, told once an entry: the invigilator should know before the network fails. */
export async function noteLostLog(ctx: Ctx, { sittingId, attemptId, epoch }: AttemptPlace & { readonly epoch: number }): Promise<void> {
  const { database } = ctx.ports
  const told = known.get(database) ?? new Set<string>()
  known.set(database, told)
  const key = `${attemptId}/${epoch}`
  if (told.has(key)) return
  told.add(key)
  await database
    .transact(async tx => {
      const facts = { reason: 'machine-broken', lostLog: epoch }
      const before = await incidentsOfSitting(tx, sittingId)
      if (before.some(one => one.attemptId === attemptId && one.facts['lostLog'] === epoch)) return
      const recorded = { recordedBy: 'system:exam-client', recordedAt: ctx.now }
      await insertIncident(tx, { sittingId, attemptId, id: newId(), kind: 'machine', note: NOTE, facts, ...recorded })
    })
    .catch((error: unknown) => {
      // what was not written down is tried again at the next beat
      told.delete(key)
      throw error
    })
}
