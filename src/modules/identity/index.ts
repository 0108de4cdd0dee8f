export { enterReach, grantsOf, peopleOf, personByIdNumber, personOf, staffOfSite } from './actions/people-facts.ts'
export { type PersonToRegister, registerPerson } from './actions/register-person.ts'
export { sweepOldSignIns } from './actions/sweep.ts'
export { actorOf } from './actions/who-is-here.ts'
