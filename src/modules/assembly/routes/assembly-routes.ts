import { type Route, route } from '../../../platform/http/route.ts'
import { assembleRequestedForm } from '../actions/assemble-form.ts'
import { viewForm, viewForms } from '../actions/form-facts.ts'
import { listForms, requestForm, showForm } from '../contract.ts'
import { mayAssemble } from '../core/policy.ts'

export const assemblyRoutes: readonly Route[] = [
  route(listForms, { policy: mayAssemble, action: viewForms }),
  route(requestForm, { policy: mayAssemble, action: assembleRequestedForm, limit: { max: 30, perSeconds: 60, by: 'caller' } }),
  route(showForm, { policy: mayAssemble, action: viewForm }),
]
