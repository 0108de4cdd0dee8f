import { instant } from '../../../kernel/instant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sweepSignIns } from '../store/accounts.ts'

const KEEP_DAYS = 30

/** Forgets sign-ins that ended a month ago; returns how many. A browser's lifetime runs on real time. */
export function sweepOldSignIns(tx: Tx): Promise<number> {
  return sweepSignIns(tx, instant(Date.now() - KEEP_DAYS * 86_400_000))
}
