import { useState } from '../../../../ui/hooks.ts'
import type { Acted, AppPageProps } from '../app-page.ts'
import { words } from './words.ts'

type Said = { readonly zh: string; readonly warning: boolean; readonly codes: readonly string[] }

/**
 * Gives a command that may be warned of, and keeps what was said to it beside the form. A warning (`W_…`) can be confirmed by giving the command
 * again with its code among `confirm`.
 */
export function useWarned(act: AppPageProps['act']) {
  const [said, setSaid] = useState<Said | null>(null)
  const give = async (type: string, data: object, confirm: readonly string[]): Promise<Acted> => {
    const acted = await act(type, { ...data, confirm }, { quiet: true })
    if (acted.kind !== 'refused') setSaid(null)
    else {
      const { code, zh } = acted.refusal
      setSaid({ zh, warning: code.startsWith('W_'), codes: [...confirm, code] })
    }
    return acted
  }
  return { said, give, hush: () => setSaid(null) }
}

type SaidProps = {
  readonly said: Said | null
  readonly busy: boolean
  readonly onAnyway: (codes: readonly string[]) => void
  readonly onBack: () => void
}

/** What was said: a refusal to be mended, or a warning that can be confirmed. */
export function SaidNote({ said, busy, onAnyway, onBack }: SaidProps) {
  if (said === null) return null
  return (
    <div className={said.warning ? 'lab-warned' : 'lab-warned lab-warned-hard'} role="alert">
      <p>{said.zh}</p>
      <div className="lab-buttons">
        {said.warning && (
          <button type="button" className="z-button" disabled={busy} onClick={() => onAnyway(said.codes)}>
            {words.anyway}
          </button>
        )}
        <button type="button" className="z-button" onClick={onBack}>
          {said.warning ? words.back : words.seen}
        </button>
      </div>
    </div>
  )
}
