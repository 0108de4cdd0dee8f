import { type Route, route } from '../../../platform/http/route.ts'
import { openItem, viewCoverage, viewItems } from '../actions/view-bank.ts'
import { listBankItems, readItem, showCoverage } from '../contract.ts'
import { mayUseBank } from '../core/policy.ts'

export const itemBankRoutes: readonly Route[] = [
  route(showCoverage, { policy: mayUseBank, action: viewCoverage }),
  route(listBankItems, { policy: mayUseBank, action: viewItems }),
  route(readItem, { policy: mayUseBank, action: openItem, limit: { max: 60, perSeconds: 60, by: 'caller' } }),
]
