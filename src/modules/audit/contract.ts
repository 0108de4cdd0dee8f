import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

export type { AuditEntry, AuditEvent, AuditFacts, ChainHead } from './core/entry.ts'
export type { ChainFault } from './core/chain.ts'

const AuditEntryView = z.object({
  chain: z.string(),
  seq: z.number(),
  at: z.number(),
  actor: z.string(),
  type: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  hash: z.string(),
})

/** The newest entries before an instant, optionally of one type. */
export const listAuditEntries = endpoint({
  method: 'GET',
  path: '/api/audit/entries',
  summary: '审计记录 / audit entries, newest first',
  query: z.object({
    before: z.coerce.number().int().optional(),
    type: z.string().max(60).default(''),
    most: z.coerce.number().int().min(1).max(500).default(100),
  }),
  reply: z.object({ entries: z.array(AuditEntryView) }),
})
/** Reads the whole log and reports every fault. */
export const verifyAuditChains = endpoint({
  method: 'POST',
  path: '/api/audit/verifications',
  summary: '核验审计链 / verify the audit chains',
  reply: z.object({
    entries: z.number(),
    chains: z.number(),
    faults: z.array(z.object({ kind: z.string(), chain: z.string(), seq: z.number() })),
  }),
})
