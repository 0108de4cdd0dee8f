import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type SiteKeys, findSiteKeys } from '../../../../platform/sealing/site-keys.ts'
import { KnownSealer } from '../../core/seal/manifest.ts'
import { ResultView } from '../../core/site/site-views.ts'
import type { SiteTrust } from '../seal/site-package-file.ts'

/** What a site server has beside its tables. */
export type SitePlace = {
  /** `keys/` the site's keys and the list of sealers, `packages/` as they came, `results/` as they go. */
  readonly dataFolder: string
  /** Which of the two servers of the site this is. */
  readonly name: 'A' | 'B'
  /** The release that runs here. */
  readonly engine: string
}

/** The list of sealers as `zhiheng site trust` writes it. */
export const sealersFile = (dataFolder: string): string => join(dataFolder, 'keys', 'sealers.json')
export const packageFile = (dataFolder: string, sitePackageId: string): string => join(dataFolder, 'packages', `${sitePackageId}.zhpkg`)
export const resultFile = (dataFolder: string, resultId: string): string => join(dataFolder, 'results', `${resultId}.zhresult`)

/** What lies beside a result package, so that it can be sent without asking the database. */
export const ResultNote = ResultView.extend({
  sittingId: z.uuid(),
  siteCode: z.string(),
  /** Notes of releases before this was said are still read. */
  servers: ResultView.shape.servers.default('one'),
})
export type ResultNote = z.infer<typeof ResultNote>
export const noteFile = (dataFolder: string, resultId: string): string => join(dataFolder, 'results', `${resultId}.json`)
/** The receipt of the centre as a command fetched it; the server takes it in by itself. */
export const receiptFile = (dataFolder: string, resultId: string): string => join(dataFolder, 'results', `${resultId}.receipt.json`)
/** Where a command lays a package beside a running server, which takes it in by itself. */
export const inboxFolder = (dataFolder: string): string => join(dataFolder, 'inbox')

/** The result packages that lie in a data folder, the newest first. */
export function resultNotes(dataFolder: string): ResultNote[] {
  const folder = join(dataFolder, 'results')
  const names = existsSync(folder) ? readdirSync(folder).filter(name => NOTE.test(name)) : []
  const notes = names.map(name => ResultNote.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  return notes.toSorted((a, b) => b.builtAt - a.builtAt)
}
const NOTE = /^[0-9a-f-]{36}\.json$/

export type EnrolledSite = { readonly keys: SiteKeys; readonly trust: SiteTrust }

/** Keys and trust of this site, read anew each time: they change at an enrolment only. Refusal: `site-not-enrolled`. */
export async function ownEnrolment({ dataFolder, engine }: Pick<SitePlace, 'dataFolder' | 'engine'>): Promise<Result<EnrolledSite>> {
  const keys = await findSiteKeys(dataFolder)
  const file = sealersFile(dataFolder)
  const sealers = existsSync(file)
    ? z
        .array(KnownSealer)
        .min(2)
        .safeParse(JSON.parse(readFileSync(file, 'utf8')))
    : null
  if (keys === null || !sealers?.success) return refuse('site-not-enrolled')
  return ok({ keys, trust: { siteCode: keys.siteCode, sealers: sealers.data, engine } })
}
