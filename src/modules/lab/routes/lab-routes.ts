import { type Route, route } from '../../../platform/http/route.ts'
import { actInWorld, checkOneself, submitTask } from '../actions/worlds/act-in-world.ts'
import { demonstrate } from '../actions/worlds/demonstrate.ts'
import { readAllScores, readStep, readSteps, readStory, readWholeTrace } from '../actions/worlds/look-back.ts'
import { openOwn } from '../actions/worlds/open-world.ts'
import { download, listOffered, listOfPerson, readOneApp, readWhole } from '../actions/worlds/read-worlds.ts'
import * as contract from '../contract.ts'
import { mayDirect, mayTrain as policy } from '../core/policy.ts'

/** A world is cheap, but not free: a person opens sixty an hour at most. */
const fewWorlds = { max: 60, perSeconds: 3600, by: 'caller' } as const
/** Nobody clicks faster than this; a program may try. */
const fewCommands = { max: 600, perSeconds: 60, by: 'caller' } as const

export const labRoutes: readonly Route[] = [
  route(contract.listTasks, { policy, action: listOffered }),
  route(contract.openOwnWorld, { policy, action: openOwn, limit: fewWorlds }),
  route(contract.listWorlds, { policy, action: listOfPerson }),
  route(contract.readWorld, { policy, action: readWhole }),
  route(contract.readApp, { policy, action: readOneApp }),
  route(contract.commandWorld, { policy, outside: actInWorld, limit: fewCommands }),
  route(contract.submitWorld, { policy, outside: submitTask, limit: fewCommands }),
  route(contract.checkWorld, { policy, outside: checkOneself, limit: fewCommands }),
  route(contract.readScores, { policy, action: readAllScores }),
  route(contract.readTrace, { policy, action: readWholeTrace }),
  route(contract.readReplay, { policy, action: readStory }),
  route(contract.readReplayStep, { policy, action: readStep }),
  route(contract.readGuide, { policy, action: readSteps }),
  route(contract.demonstrateWay, { policy: mayDirect, action: demonstrate }),
  route(contract.downloadArtefact, { policy, action: download }),
]
