import { type Route, route } from '../../../platform/http/route.ts'
import { decideOnAuthorisation } from '../actions/change-authorisation.ts'
import { readInstitution, readInstitutionNames, readInstitutions } from '../actions/read-institutions.ts'
import { decideAuthorisation, listInstitutionNames, listInstitutions, showInstitution } from '../contract.ts'
import { mayReadInstitutions, mayReadNames, maySuperviseInstitutions } from '../core/policy.ts'

export const institutionRoutes: readonly Route[] = [
  route(listInstitutions, { policy: mayReadInstitutions, action: readInstitutions }),
  route(listInstitutionNames, { policy: mayReadNames, action: readInstitutionNames }),
  route(showInstitution, { policy: mayReadInstitutions, action: readInstitution }),
  route(decideAuthorisation, { policy: maySuperviseInstitutions, action: decideOnAuthorisation }),
]
