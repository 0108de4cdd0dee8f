import { type Route, route } from '../../../platform/http/route.ts'
import { approve, keepBlueprint, makeBlueprint, makeNext } from '../actions/blueprints/write-blueprints.ts'
import { judgeBlueprint, viewBlueprint, viewBlueprintVersion, viewBlueprints } from '../actions/blueprints/view-blueprints.ts'
import { assembleRequestedForm } from '../actions/forms/assemble-form.ts'
import { viewForm, viewFormFacts, viewForms } from '../actions/forms/form-facts.ts'
import { accept, discard } from '../actions/proposals/decide-proposal.ts'
import { swapProposed } from '../actions/proposals/swap-item.ts'
import { viewCandidates, viewProposal } from '../actions/proposals/view-proposal.ts'
import { type CandidateGroups, viewCandidateGroup, viewCandidateGroups } from '../actions/runs/candidate-groups.ts'
import { cancelOrderedRun, orderRun, repeatEndedRun } from '../actions/runs/order-runs.ts'
import { viewComparison, viewRun, viewRuns } from '../actions/runs/view-runs.ts'
import * as contract from '../contract.ts'
import { mayAssemble as policy } from '../core/policy.ts'

const few = { max: 30, perSeconds: 60, by: 'caller' } as const

/** The routes; `groupsOf` says who will sit which paper. */
export const assemblyRoutes = (groupsOf: CandidateGroups): readonly Route[] => [
  route(contract.listForms, { policy, action: viewForms }),
  route(contract.requestForm, { policy, action: assembleRequestedForm, limit: few }),
  route(contract.showForm, { policy, action: viewForm }),
  route(contract.showFormFacts, { policy, action: viewFormFacts }),
  route(contract.listBlueprints, { policy, action: viewBlueprints }),
  route(contract.createBlueprint, { policy, action: makeBlueprint, limit: few }),
  route(contract.showBlueprint, { policy, action: viewBlueprint }),
  route(contract.showBlueprintVersion, { policy, action: viewBlueprintVersion }),
  route(contract.saveBlueprint, { policy, action: keepBlueprint }),
  route(contract.checkBlueprint, { policy, action: judgeBlueprint }),
  route(contract.approveBlueprint, { policy, action: approve }),
  route(contract.makeNextBlueprint, { policy, action: makeNext, limit: few }),
  route(contract.listCandidateGroups, { policy, action: (tx, request) => viewCandidateGroups(tx, request, groupsOf) }),
  route(contract.showCandidateGroup, { policy, action: (tx, request) => viewCandidateGroup(tx, request, groupsOf) }),
  route(contract.startRun, { policy, action: (tx, request, ctx) => orderRun(tx, request, ctx, groupsOf), limit: few }),
  route(contract.listRuns, { policy, action: viewRuns }),
  route(contract.showRun, { policy, action: viewRun }),
  route(contract.cancelRun, { policy, action: cancelOrderedRun }),
  route(contract.repeatRun, { policy, action: repeatEndedRun, limit: few }),
  route(contract.compareForms, { policy, action: viewComparison }),
  route(contract.showProposal, { policy, action: viewProposal }),
  route(contract.listCandidates, { policy, action: viewCandidates }),
  route(contract.swapItem, { policy, action: swapProposed }),
  route(contract.acceptProposal, { policy, action: accept }),
  route(contract.discardProposal, { policy, action: discard }),
]
