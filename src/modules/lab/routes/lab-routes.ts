import { type Route, route } from '../../../platform/http/route.ts'
import { readCards, readOneCard, sendCard } from '../actions/board/hint-cards.ts'
import { readOneBoard } from '../actions/board/read-board.ts'
import { closeOne, joinByCode, listOwn, openOne } from '../actions/board/workshops.ts'
import { actInWorld, checkOneself, submitTask } from '../actions/worlds/act-in-world.ts'
import { demonstrate } from '../actions/worlds/demonstrate.ts'
import { readAllScores, readStep, readSteps, readStory, readWholeTrace } from '../actions/worlds/look-back.ts'
import { openOwn } from '../actions/worlds/open-world.ts'
import { readOwnHints } from '../actions/worlds/read-hints.ts'
import { download, listOffered, listOfPerson, readOneApp, readWhole } from '../actions/worlds/read-worlds.ts'
import * as contract from '../contract.ts'
import { mayDirect, mayTrain as policy } from '../core/policy.ts'
import { mayTeach, mayTeachAt } from '../core/board/workshop.ts'

/** A world is cheap, but not free: a person opens sixty an hour at most. */
const fewWorlds = { max: 60, perSeconds: 3600, by: 'caller' } as const
/** Nobody clicks faster than this; a program may try. */
const fewCommands = { max: 600, perSeconds: 60, by: 'caller' } as const

/** A code has a million values; who guesses is slowed down. */
const fewCodes = { max: 30, perSeconds: 60, by: 'caller' } as const
/** Somebody who writes cards by hand. */
const fewCards = { max: 60, perSeconds: 60, by: 'caller' } as const

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
  route(contract.readHints, { policy, action: readOwnHints, limit: fewCommands }),
  route(contract.readHintCards, { policy, action: readCards }),
  route(contract.markHintCardRead, { policy, action: readOneCard, limit: fewCommands }),
  route(contract.joinWorkshop, { policy, action: joinByCode, limit: fewCodes }),
  route(contract.listWorkshops, { policy: mayTeach, action: listOwn }),
  route(contract.openWorkshop, { policy: (actor, { body }) => mayTeachAt(actor, body.institution), action: openOne, limit: fewWorlds }),
  route(contract.closeWorkshop, { policy: (actor, { params }) => mayTeachAt(actor, params.institution), action: closeOne }),
  route(contract.readBoard, { policy: (actor, { params }) => mayTeachAt(actor, params.institution), action: readOneBoard }),
  route(contract.sendHintCard, {
    policy: (actor, { params }) => mayTeachAt(actor, params.institution),
    action: sendCard,
    limit: fewCards,
  }),
]
