import { instantOf } from '../../kernel/instant.ts'
import { localDate } from '../../kernel/local-date.ts'
import { type ApplicationDraft, emptyDraft } from './core/application/application-draft.ts'
import type { RoundOrder } from './core/application/round.ts'

/** A round of the 2005 edition for levels four and three at two sites of two provinces, open through November 2026. */
export function aRound(changes: Partial<RoundOrder> = {}): RoundOrder {
  return {
    roundId: 'round-2026-12',
    code: '2026-12',
    scheme: 'demonstration',
    editionId: 'ec-2005',
    flag: 'national',
    levels: ['L4', 'L3'],
    referenceDate: localDate('2026-12-13'),
    opensAt: instantOf('2026-09-27T00:00:00+08:00'),
    closesAt: instantOf('2026-12-14T00:00:00+08:00'),
    sites: [
      { code: '10012003', name: '示例第三鉴定站', province: '10' },
      { code: '20012001', name: '邻省第一鉴定站', province: '20' },
    ],
    ...changes,
  }
}

/** Somebody who has worked in the occupation since March 2024: clause 1 of level four, once the statement is there. */
export function aDraft(changes: Partial<ApplicationDraft> = {}): ApplicationDraft {
  return {
    ...emptyDraft('L4'),
    siteCode: '10012003',
    clauseId: 'L4-1',
    nation: '汉族',
    education: 'associate',
    source: 'enterprise',
    employer: '示例商贸有限公司',
    address: '示例市示例路12号3单元401室',
    yearsInOccupation: 2,
    email: 'shenbao@example.cn',
    employments: [{ ...aJob, factId: 'job-1' }],
    ...changes,
  }
}

/** Work in the occupation that goes on since 1 March 2024. */
export const aJob = {
  employer: '示例商贸有限公司',
  post: '网店运营',
  from: '2024-03-01',
  until: '',
  occupation: 'own',
  mode: 'regular',
} as const
