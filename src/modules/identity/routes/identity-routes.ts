import { type Route, route } from '../../../platform/http/route.ts'
import { findPeopleViews, giveGrant, moveClock, unmask } from '../actions/manage-people.ts'
import { registerCandidate } from '../actions/register-person.ts'
import { confirm, enrol } from '../actions/second-factor.ts'
import { listPersonaViews, offerOwnAccount, signInByPersona } from '../actions/sign-in-by-persona.ts'
import { signInByPassword } from '../actions/sign-in-with-password.ts'
import { leave, whoIsHere } from '../actions/who-is-here.ts'
import {
  confirmCode,
  enrolAuthenticator,
  grantRole,
  listPeople,
  listPersonas,
  offerPersona,
  registerAccount,
  setClock,
  signInAsPersona,
  signInWithPassword,
  signOut,
  unmaskIdNumber,
  whoAmI,
} from '../contract.ts'
import { anybody, mayGiveGrants, maySetClock, mayUnmask, signedIn } from '../core/policy.ts'

// Limits per address leave room for an exam site behind one address; guessing is stopped by the lock of each account.
export const identityRoutes: readonly Route[] = [
  route(signInWithPassword, { policy: anybody, outside: signInByPassword, limit: { max: 600, perSeconds: 60 } }),
  route(signInAsPersona, { policy: anybody, action: signInByPersona }),
  route(offerPersona, { policy: signedIn, action: offerOwnAccount }),
  route(listPersonas, { policy: anybody, action: listPersonaViews }),
  route(confirmCode, { policy: anybody, action: confirm, limit: { max: 10, perSeconds: 60 } }),
  route(enrolAuthenticator, { policy: anybody, action: enrol, limit: { max: 10, perSeconds: 60 } }),
  route(signOut, { policy: anybody, action: leave }),
  route(whoAmI, { policy: anybody, action: whoIsHere }),
  route(registerAccount, { policy: anybody, outside: registerCandidate, limit: { max: 600, perSeconds: 60 } }),
  route(unmaskIdNumber, { policy: mayUnmask, action: unmask, limit: { max: 30, perSeconds: 60, by: 'caller' } }),
  route(grantRole, { policy: mayGiveGrants, action: giveGrant }),
  route(listPeople, { policy: mayGiveGrants, action: findPeopleViews }),
  route(setClock, { policy: maySetClock, action: moveClock }),
]
