import { type Route, route } from '../../../platform/http/route.ts'
import { assembleRequestedForm } from '../actions/forms/assemble-form.ts'
import { viewForm, viewFormFacts, viewForms } from '../actions/forms/form-facts.ts'
import { listForms, requestForm, showForm, showFormFacts } from '../contract.ts'
import { mayAssemble } from '../core/policy.ts'

export const assemblyRoutes: readonly Route[] = [
  route(listForms, { policy: mayAssemble, action: viewForms }),
  route(requestForm, { policy: mayAssemble, action: assembleRequestedForm, limit: { max: 30, perSeconds: 60, by: 'caller' } }),
  route(showForm, { policy: mayAssemble, action: viewForm }),
  route(showFormFacts, { policy: mayAssemble, action: viewFormFacts }),
]
