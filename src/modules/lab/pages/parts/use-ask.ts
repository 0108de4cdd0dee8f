import { useState } from '../../../../ui/hooks.ts'
import type { AppPageProps } from '../app-page.ts'
import { words } from './words.ts'

/** What the site said to an act: a fault, a warning that can be confirmed, or that it was done where nothing else would show it. */
export type Answer = {
  readonly zh: string
  readonly good: boolean
  /** Path in the data of what is wrong. */
  readonly field: string | null
  readonly confirm: (() => void) | null
}
type Done = (reply: unknown) => void
type Options = {
  /** Codes that can be confirmed as warnings (`W_…`) can. */
  readonly also?: readonly string[]
}

/**
 * Gives a command and keeps what is said to it beside its button. A warning is confirmed by giving the very same data again with its code among
 * `confirm`; codes add up where one warning follows another. `done` is called when the act was done.
 */
export function useAsk(act: AppPageProps['act'], { also = [] }: Options = {}) {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const ask = async (type: string, data: object, done: Done = () => {}): Promise<void> => {
    const give = async (codes: readonly string[]): Promise<void> => {
      const acted = await act(type, codes.length === 0 ? data : { ...data, confirm: codes }, { quiet: true })
      // what never arrived is told by the frame
      if (acted.kind !== 'refused') setAnswer(null)
      if (acted.kind === 'done') done(acted.reply)
      if (acted.kind !== 'refused') return
      const { code, zh, field } = acted.refusal
      const confirmable = code.startsWith('W_') || also.includes(code)
      // the field is named as the command names it, which says nothing to a person
      setAnswer({
        zh: code === 'E_FORMAT' ? words.format : zh,
        good: false,
        field: field ?? null,
        confirm: confirmable ? () => void give([...codes, code]) : null,
      })
    }
    await give([])
  }
  const tell = (zh: string): void => setAnswer({ zh, good: false, field: null, confirm: null })
  const say = (zh: string): void => setAnswer({ zh, good: true, field: null, confirm: null })
  return { answer, ask, tell, say, quiet: () => setAnswer(null) }
}
