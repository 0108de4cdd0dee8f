import { join } from 'node:path'
import { type Route, route } from '../../../platform/http/route.ts'
import { readFormAction, readFormKeyAction } from '../actions/client/read-form.ts'
import { closeAndBuildAction } from '../actions/site/build-at-site.ts'
import { importSitePackageAction, readSitePackagesAction } from '../actions/site/import-package.ts'
import { openPapersAction } from '../actions/site/open-at-site.ts'
import type { SitePlace } from '../actions/site/place.ts'
import { purgeSittingAction } from '../actions/site/purge-at-site.ts'
import { downloadResultAction, readResultsAction, takeReceiptAction } from '../actions/site/results-at-site.ts'
import * as contract from '../contract.ts'
import { mayDo, mayKnock } from '../core/policy.ts'

const SECOND_PERSON = { max: 30, perSeconds: 60, by: 'caller' } as const
const LARGEST_PACKAGE = 1024 ** 3

/** Sealed forms for the exam client; mounted wherever it is served. */
export const formRoutes: readonly Route[] = [
  // fetched while people sit down; a machine that takes up a running attempt can read the paper instead
  route(contract.readForm, { policy: mayKnock, action: readFormAction, immutable: true, priority: 4 }),
  route(contract.readFormKey, { policy: mayKnock, action: readFormKeyAction, priority: 1 }),
]

/** The way of papers in and of results out: mounted at a site, which has a place for them. */
export const packageRoutes = (place: SitePlace): readonly Route[] => [
  route(contract.importSitePackage, {
    policy: mayDo('import'),
    outside: importSitePackageAction(place),
    maxBytes: LARGEST_PACKAGE,
    spoolTo: join(place.dataFolder, 'incoming'),
    priority: 3,
  }),
  route(contract.readSitePackages, { policy: mayDo('watch'), action: readSitePackagesAction, priority: 3 }),
  route(contract.openPapersAtSite, { policy: mayDo('open-papers'), outside: openPapersAction(place), limit: SECOND_PERSON, priority: 1 }),
  route(contract.closeAndBuildResult, {
    policy: mayDo('build-result'),
    outside: closeAndBuildAction(place),
    limit: SECOND_PERSON,
    priority: 3,
  }),
  route(contract.readResults, { policy: mayDo('watch'), action: readResultsAction, priority: 4 }),
  route(contract.downloadResult, { policy: mayDo('take-result'), action: downloadResultAction(place), priority: 4 }),
  route(contract.takeReceipt, { policy: mayDo('take-result'), action: takeReceiptAction, priority: 3 }),
  route(contract.purgeSitting, { policy: mayDo('purge'), outside: purgeSittingAction(place), limit: SECOND_PERSON, priority: 4 }),
]
