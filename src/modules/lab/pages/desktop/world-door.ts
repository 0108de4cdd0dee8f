import type { Result } from '../../../../kernel/result.ts'
import { call, type Told } from '../../../../ui/client.ts'
import { commandWorld, readWorld } from '../../contract.ts'
import type { CommandAnswer, WorldAnswer } from '../app-page.ts'

export type CommandToGive = { readonly commandId: string; readonly type: string; readonly data: unknown; readonly expectedSeq: number }

/** Where the desktop gets its world from: the own one of somebody who trains, or that of an item in an exam. */
export type WorldDoor = {
  readonly open: () => Promise<Result<WorldAnswer, Told>>
  /** Sent again under its id, it is done once. */
  readonly command: (command: CommandToGive) => Promise<Result<CommandAnswer, Told>>
  readonly fileUrl: (app: string, id: string) => string
  /** In an exam a task is submitted like any other act, nothing is marked before its time, and nothing leads out. */
  readonly isExam: boolean
}

/** The world of whoever is signed in. */
export function ownDoor(worldId: string): WorldDoor {
  return {
    open: () => call(readWorld, { params: { worldId }, query: {} }),
    command: body => call(commandWorld, { params: { worldId }, body }),
    fileUrl: (app, file) => `/api/lab/worlds/${worldId}/files/${app}/${encodeURIComponent(file)}`,
    isExam: false,
  }
}
