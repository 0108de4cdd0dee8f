import type { AnswerOf, Told } from '../../../ui/client.ts'
import type { commandWorld, readWorld } from '../contract.ts'

export type WorldAnswer = AnswerOf<typeof readWorld>
export type CommandAnswer = AnswerOf<typeof commandWorld>
export type WorldRefusal = NonNullable<CommandAnswer['refusal']>

/** What every view of a world has around the apps. */
export type Around = {
  readonly now: number
  readonly seq: number
  readonly lap: number
  readonly persona: string
  readonly personas: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
  readonly apps: Readonly<Record<string, unknown>>
}

/** How an act came out: done, refused by the world, or never answered. */
export type Acted =
  | { readonly kind: 'done'; readonly reply: unknown }
  | { readonly kind: 'refused'; readonly refusal: WorldRefusal }
  | { readonly kind: 'lost'; readonly told: Told }

/**
 * What a page of an app is given. It draws the view and gives commands; it keeps nothing but what is half typed. `act` shows every refusal in the
 * frame by itself unless the page says it does (`quiet`).
 */
export type AppPageProps<View = unknown> = {
  readonly view: View
  readonly around: Around
  readonly act: (type: string, data: unknown, options?: { readonly quiet?: boolean }) => Promise<Acted>
  readonly busy: boolean
  /** The address in the bar: `http://files.yunqi.lab.test/`. */
  readonly address: string
  readonly go: (address: string) => void
  /** Address of an artefact as a download. */
  readonly fileUrl: (app: string, id: string) => string
}
