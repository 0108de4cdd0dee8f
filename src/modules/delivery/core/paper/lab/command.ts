import { z } from 'zod'

/** A command fits into one save whatever its characters. */
const MOST_COMMAND_CHARACTERS = 15_000
const place = { epoch: z.number().int().min(1).max(999_999), seq: z.number().int().min(1).max(1_000_000) }

/**
 * One command in the world of an item: what is done (`mail.draft.save`), with which data, which event of the world its sender saw last, and
 * which command of theirs stood before it. The identity of the event is the id of the command.
 */
export const CommandValue = z
  .strictObject({
    type: z.string().min(1).max(80),
    data: z.unknown(),
    expectedSeq: z.number().int().min(0).max(10_000_000),
    after: z.strictObject(place).nullable(),
  })
  .refine(value => JSON.stringify(value).length <= MOST_COMMAND_CHARACTERS, { error: '这一步的内容过长。|This step is too long.' })
export type CommandValue = z.infer<typeof CommandValue>

export type CommandPlace = { readonly epoch: number; readonly seq: number }
/** Where a command stands, and the one its sender saw before it. */
export type CommandMark = CommandPlace & { readonly after: CommandPlace | null }

/** What of the commands of one item is carried out. */
export type CommandLine = {
  /** In their order. */
  readonly line: readonly CommandPlace[]
  /** Commands that came too late for it: somebody went on without having seen them. They are kept and not carried out. */
  readonly aside: number
  /** A later command than those of the line rests on one that is not here yet. */
  readonly behind: boolean
}

export const commandKey = ({ epoch, seq }: CommandPlace): string => `${epoch}.${seq}`

const isLaterThan = (a: CommandPlace, b: CommandPlace): boolean => (a.epoch === b.epoch ? a.seq > b.seq : a.epoch > b.epoch)

/**
 * The line that leads to the latest command, each resting on the one before. It follows from the set alone: two servers that hold the same
 * commands carry out the same ones, in whatever order they came. A command that rests on nothing earlier begins a line.
 */
export function commandLine(marks: readonly CommandMark[]): CommandLine {
  const byKey = new Map(marks.map(mark => [commandKey(mark), mark]))
  const latestFirst = [...byKey.values()].sort((a, b) => (isLaterThan(a, b) ? -1 : 1))
  for (const [skipped, latest] of latestFirst.entries()) {
    const line = lineTo(latest, byKey)
    if (line !== null) return { line, aside: byKey.size - skipped - line.length, behind: skipped > 0 }
  }
  return { line: [], aside: 0, behind: byKey.size > 0 }
}

/** Null when a command that the line rests on is missing. */
function lineTo(latest: CommandMark, byKey: ReadonlyMap<string, CommandMark>): CommandPlace[] | null {
  const line: CommandPlace[] = []
  let here: CommandMark | undefined = latest
  for (;;) {
    line.push({ epoch: here.epoch, seq: here.seq })
    const { after }: CommandMark = here
    // nothing rests on what comes after it: such a word is not believed
    if (after === null || !isLaterThan(here, after)) return line.toReversed()
    here = byKey.get(commandKey(after))
    if (here === undefined) return null
  }
}
