import type { AnswerOf } from '../../../../../ui/client.ts'
import type { showVersion } from '../../../contract.ts'
import type { placeIn } from '../queue-tabs.ts'

/** Where the version on the desk stands in a queue; undefined when it waits in none. */
export type DeskPlace = ReturnType<typeof placeIn>
export type ShownAtDesk = AnswerOf<typeof showVersion>
/** The way through the queue. */
export type Walk = {
  readonly previous: string | undefined
  readonly next: string | undefined
  readonly to: (itemVersionId: string | undefined) => void
  readonly onDecided: () => void
}
