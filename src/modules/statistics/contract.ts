import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

export { statisticsRefusals } from './core/refusals.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Stage = z.object({ id: z.string(), name: Words, unit: z.enum(['person', 'paper', 'response']), count: z.number() })
const Arrow = z.object({
  from: z.string(),
  to: z.string(),
  name: Words,
  fromCount: z.number(),
  toCount: z.number(),
  parts: z.array(z.object({ name: Words, count: z.number(), kind: z.enum(['explained', 'fault']) })),
  gained: z.number(),
  residual: z.number(),
  verdict: z.enum(['reconciled', 'fault']),
})
const Table = z.object({
  id: z.string(),
  title: Words,
  columns: z.array(z.object({ key: z.string(), name: Words, number: z.boolean() })),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
})
export type ReportTable = z.output<typeof Table>
export type ReportArrow = z.output<typeof Arrow>

/** Any report: `sessionId` names the session it is about. */
export const readReport = endpoint({
  method: 'GET',
  path: '/api/statistics/reports/:reportId',
  summary: '统计报表 / a report',
  params: z.object({ reportId: z.string().max(60) }),
  query: z.object({ sessionId: z.string().min(1).max(64) }),
  reply: z.object({
    reportId: z.string(),
    title: Words,
    purpose: Words,
    smallestGroup: z.number(),
    stages: z.array(Stage),
    arrows: z.array(Arrow),
    tables: z.array(Table),
    reconciled: z.boolean(),
  }),
  refusals: ['report-unknown'],
})
