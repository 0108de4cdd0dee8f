import { type Route, route } from '../../../platform/http/route.ts'
import { decideOnAuthorisation } from '../actions/change-authorisation.ts'
import { readInstitution, readInstitutions } from '../actions/read-institutions.ts'
import { decideAuthorisation, listInstitutions, showInstitution } from '../contract.ts'
import { mayReadInstitutions, maySuperviseInstitutions } from '../core/policy.ts'

export const institutionRoutes: readonly Route[] = [
  route(listInstitutions, { policy: mayReadInstitutions, action: readInstitutions }),
  route(showInstitution, { policy: mayReadInstitutions, action: readInstitution }),
  route(decideAuthorisation, { policy: maySuperviseInstitutions, action: decideOnAuthorisation }),
]
