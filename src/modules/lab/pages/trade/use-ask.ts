import { useState } from '../../../../ui/hooks.ts'
import type { AppPageProps } from '../app-page.ts'
import { words } from './words.ts'

type Act = AppPageProps['act']
/** What the site said to an act: a fault, a warning that can be confirmed, or that it was done where nothing else would show it. */
export type Answer = { readonly zh: string; readonly good: boolean; readonly confirm: (() => void) | null }

/**
 * Gives a command and keeps what is said to it beside its button. A warning (`W_…`) is confirmed by giving the command again with its code;
 * codes add up where one warning follows another. `done` is called when the act was done.
 */
export function useAsk(act: Act) {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const ask = async (type: string, data: object, done: (reply: unknown) => void = () => {}): Promise<void> => {
    const give = async (codes: readonly string[]): Promise<void> => {
      const acted = await act(type, codes.length === 0 ? data : { ...data, confirm: codes }, { quiet: true })
      if (acted.kind === 'done') {
        setAnswer(null)
        return done(acted.reply)
      }
      // what never arrived is told by the frame
      if (acted.kind === 'lost') return setAnswer(null)
      const { code, zh } = acted.refusal
      // the field is named as the command names it, which says nothing to a person
      setAnswer({
        zh: code === 'E_FORMAT' ? words.format : zh,
        good: false,
        confirm: code.startsWith('W_') ? () => void give([...codes, code]) : null,
      })
    }
    await give([])
  }
  const tell = (zh: string): void => setAnswer({ zh, good: false, confirm: null })
  const say = (zh: string): void => setAnswer({ zh, good: true, confirm: null })
  return { answer, ask, tell, say, quiet: () => setAnswer(null) }
}
