import type { Tx } from '../../../platform/db/database.ts'
import type { LevelCode } from '../../standard/contract.ts'
import { papersToSit } from '../core/application/application-draft.ts'
import type { Paper } from '../core/application/personal-lists.ts'
import { listApproved } from '../store/applications.ts'

/** An application that may be given seats. The site is an assessment institution; an exempt paper is left out. */
export type ApprovedApplication = {
  readonly applicationId: string
  readonly personId: string
  readonly level: LevelCode
  readonly siteCode: string
  readonly institution: string
  readonly papers: readonly Paper[]
}

/** Everybody approved in a round. */
export async function approvedApplications(tx: Tx, { roundId }: { readonly roundId: string }): Promise<ApprovedApplication[]> {
  const rows = await listApproved(tx, roundId)
  return rows.map(({ draft, ...row }) => ({ ...row, institution: row.siteCode, papers: papersToSit(draft) }))
}
