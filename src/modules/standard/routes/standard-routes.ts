import { route } from '../../../platform/http/route.ts'
import { compareEditionsAction } from '../actions/compare-editions.ts'
import { listEditionsAction } from '../actions/list-editions.ts'
import { showEditionAction } from '../actions/show-edition.ts'
import { compareEditions, listEditions, showEdition } from '../contract.ts'
import { mayReadStandard } from '../core/policy.ts'

/** Public reading of the standard. The editions are part of the program, so no transaction is opened. */
export const standardRoutes = [
  route(listEditions, { policy: mayReadStandard, outside: listEditionsAction }),
  route(showEdition, { policy: mayReadStandard, outside: showEditionAction }),
  route(compareEditions, { policy: mayReadStandard, outside: compareEditionsAction }),
]
